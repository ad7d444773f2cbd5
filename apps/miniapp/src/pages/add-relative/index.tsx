import { AddRelativePanel } from '@/features/binding/add/add-relative-panel';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function AddRelativePage() {
  return (
    <Screen title="绑定家人">
      <AddRelativePanel onOpen={(bindingId) => replaceBy('relative', { bindingId })} onLeave={() => goTo('relatives')} />
    </Screen>
  );
}
