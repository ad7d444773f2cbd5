import { HelpPanel } from '@/features/help/help-panel';
import { Screen } from '@/shared/ui/screen';

export default function HelpPage() {
  return (
    <Screen title="不用手机怎么办" open>
      <HelpPanel />
    </Screen>
  );
}
