import { PaymentHistory } from '@/features/premium/payment-history';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function PaymentsPage() {
  return (
    <Screen title="代缴记录">
      <PaymentHistory
        onOpen={(paymentId) => goTo('payment', { paymentId })}
        onReceipt={(paymentId) => goTo('receipt', { paymentId })}
        onPay={() => goTo('premium')}
      />
    </Screen>
  );
}
