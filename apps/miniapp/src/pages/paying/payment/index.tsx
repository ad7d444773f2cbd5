import { PAYMENT, UNBIND } from '@gongji/texts';
import { PaymentPanel } from '@/features/premium/payment-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Screen } from '@/shared/ui/screen';

export default function PaymentPage() {
  const { paymentId = '', bindingId, kind } = usePageQuery();
  // Named where it was opened from what it keeps from ending.
  const ending = bindingId === undefined ? null : { bindingId, ...(kind === undefined ? {} : { kind }) };
  return (
    <Screen title={say(PAYMENT.title.payment)}>
      <PaymentPanel
        paymentId={paymentId}
        onReceipt={() => goTo('receipt', { paymentId })}
        onRefund={() => goTo('refund', { paymentId })}
        leave={
          ending === null ? say(PAYMENT.back) : say(PAYMENT.backTo, { page: say(UNBIND.title[kind === undefined ? 'unbind' : 'close']) })
        }
        onLeave={() => (ending === null ? goTo('premium') : replaceBy('unbind', ending))}
      />
      <ReportAbout about="payment" id={paymentId} />
    </Screen>
  );
}
