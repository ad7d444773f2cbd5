import { RefundPanel } from '@/features/premium/refund-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { replaceBy } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function RefundPage() {
  const { paymentId = '' } = usePageQuery();
  return (
    <Screen title="申请退费">
      <RefundPanel paymentId={paymentId} onPayment={() => replaceBy('payment', { paymentId })} />
    </Screen>
  );
}
