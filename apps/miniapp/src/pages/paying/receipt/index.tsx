import { RECEIPT } from '@gongji/texts';
import { ReceiptPanel } from '@/features/premium/receipt-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function ReceiptPage() {
  const { paymentId = '' } = usePageQuery();
  return (
    <Screen title={say(RECEIPT.title.receipt)}>
      <ReceiptPanel paymentId={paymentId} onVerify={(code) => goTo('verify-receipt', { code })} />
    </Screen>
  );
}
