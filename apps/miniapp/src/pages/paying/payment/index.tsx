import { PAYMENT, UNBIND } from '@gongji/texts';
import { PaymentPanel } from '@/features/premium/payment-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goBack, goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Screen } from '@/shared/ui/screen';

export default function PaymentPage() {
  const { paymentId = '', from } = usePageQuery();
  const ending = from === 'unbind' || from === 'close' ? say(UNBIND.title[from]) : null;
  return (
    <Screen title={say(PAYMENT.title.payment)}>
      <PaymentPanel
        paymentId={paymentId}
        onReceipt={() => goTo('receipt', { paymentId })}
        onRefund={() => goTo('refund', { paymentId })}
        leave={ending === null ? say(PAYMENT.back) : say(PAYMENT.backTo, { page: ending })}
        onLeave={() => (ending === null ? goTo('premium') : goBack('relatives'))}
      />
      <ReportAbout about="payment" id={paymentId} />
    </Screen>
  );
}
