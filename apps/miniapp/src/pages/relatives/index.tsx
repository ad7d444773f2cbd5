import { RelativeList } from '@/features/binding/relative-list';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function RelativesPage() {
  return (
    <Screen title="亲情账户" tab>
      <RelativeList
        onAdd={() => goTo('add-relative')}
        onOpen={({ bindingId, awaitsMe }) => goTo(awaitsMe ? 'invitation' : 'relative', { bindingId })}
        onWhy={({ bindingId }) => goTo('relative', { bindingId, at: 'explanation' })}
        onOpenGrant={({ bindingId }, kind) => goTo('add-relative', { bindingId, kind })}
        onClose={({ bindingId }, kind) => goTo('unbind', { bindingId, kind })}
      />
    </Screen>
  );
}
