import { MINE } from '@gongji/texts';
import { TrendPanel } from '@/features/account/trend/trend-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function AccountTrendPage() {
  return (
    <Screen title={say(MINE.rows.trend)}>
      <TrendPanel />
    </Screen>
  );
}
