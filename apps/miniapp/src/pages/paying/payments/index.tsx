import { PREMIUM } from '@gongji/texts';
import { PaymentHistory } from '@/features/premium/payment-history';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PaymentsPage() {
  return (
    <Screen title={say(PREMIUM.links.records)}>
      <PaymentHistory
        onOpen={(paymentId) => goTo('payment', { paymentId })}
        onReceipt={(paymentId) => goTo('receipt', { paymentId })}
        onPay={() => goTo('premium')}
      />
    </Screen>
  );
}
