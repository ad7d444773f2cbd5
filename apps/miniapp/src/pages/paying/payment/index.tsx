import { PAYMENT } from '@gongji/texts';
import { PaymentPanel } from '@/features/premium/payment-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Screen } from '@/shared/ui/screen';

export default function PaymentPage() {
  const { paymentId = '' } = usePageQuery();
  return (
    <Screen title={say(PAYMENT.title.payment)}>
      <PaymentPanel
        paymentId={paymentId}
        onReceipt={() => goTo('receipt', { paymentId })}
        onRefund={() => goTo('refund', { paymentId })}
        onLeave={() => goTo('premium')}
      />
      <ReportAbout about="payment" id={paymentId} />
    </Screen>
  );
}
