import { ReceiptPanel } from '@/features/premium/receipt-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function ReceiptPage() {
  const { paymentId = '' } = usePageQuery();
  return (
    <Screen title="缴费凭证">
      <ReceiptPanel paymentId={paymentId} onVerify={(code) => goTo('verify-receipt', { code })} />
    </Screen>
  );
}
