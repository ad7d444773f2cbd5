import { RECEIPT } from '@gongji/texts';
import { VerifyPanel } from '@/features/premium/verify-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function VerifyReceiptPage() {
  const { code = '' } = usePageQuery();
  return (
    <Screen title={say(RECEIPT.title.verify)} open>
      <VerifyPanel key={code} code={code} />
    </Screen>
  );
}
