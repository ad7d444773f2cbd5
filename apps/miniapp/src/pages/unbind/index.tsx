import { UnbindPanel } from '@/features/binding/unbind-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function UnbindPage() {
  const { bindingId = '' } = usePageQuery();
  return (
    <Screen title="解绑">
      <UnbindPanel bindingId={bindingId} onLeave={() => goTo('relatives')} onOpenPayment={(paymentId) => goTo('payment', { paymentId })} />
    </Screen>
  );
}
