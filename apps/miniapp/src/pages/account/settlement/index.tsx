import { ACCOUNT } from '@gongji/texts';
import { SettlementDetail } from '@/features/account/settlement-detail';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function SettlementPage() {
  const { settlementId = '' } = usePageQuery();
  return (
    <Screen title={say(ACCOUNT.settlement.title)}>
      <SettlementDetail settlementId={settlementId} />
    </Screen>
  );
}
