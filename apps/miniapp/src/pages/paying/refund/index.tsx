import { PAYMENT } from '@gongji/texts';
import { RefundPanel } from '@/features/premium/refund-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function RefundPage() {
  const { paymentId = '' } = usePageQuery();
  return (
    <Screen title={say(PAYMENT.title.refund)}>
      <RefundPanel paymentId={paymentId} onPayment={() => replaceBy('payment', { paymentId })} />
    </Screen>
  );
}
