import { RelativeDetail } from '@/features/binding/relative-detail';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function RelativePage() {
  const { bindingId = '' } = usePageQuery();
  return (
    <Screen title="家人">
      <RelativeDetail
        bindingId={bindingId}
        onAnswer={() => goTo('invitation', { bindingId })}
        onUnbind={() => goTo('unbind', { bindingId })}
      />
    </Screen>
  );
}
