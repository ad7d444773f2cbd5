import { HELP } from '@gongji/texts';
import { HelpPanel } from '@/features/help/help-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function HelpPage() {
  return (
    <Screen title={say(HELP.title)} open>
      <HelpPanel />
    </Screen>
  );
}
