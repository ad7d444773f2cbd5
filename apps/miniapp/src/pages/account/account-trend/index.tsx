import { TrendPanel } from '@/features/account/trend/trend-panel';
import { Screen } from '@/shared/ui/screen';

export default function AccountTrendPage() {
  return (
    <Screen title="个人账户走势">
      <TrendPanel />
    </Screen>
  );
}
