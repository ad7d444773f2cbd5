import { RelativeList } from '@/features/binding/relative-list';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function RelativesPage() {
  return (
    <Screen title="亲情账户" tab>
      <RelativeList
        onAdd={() => goTo('add-relative')}
        onOpen={({ bindingId, awaitsMe }) => goTo(awaitsMe ? 'invitation' : 'relative', { bindingId })}
      />
    </Screen>
  );
}
