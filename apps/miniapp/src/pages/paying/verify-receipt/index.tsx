import { VerifyPanel } from '@/features/premium/verify-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { Screen } from '@/shared/ui/screen';

export default function VerifyReceiptPage() {
  const { code = '' } = usePageQuery();
  return (
    <Screen title="查验缴费凭证" open>
      <VerifyPanel key={code} code={code} />
    </Screen>
  );
}
