import { CODE_LOG } from '@gongji/texts';
import { CodeLogList } from '@/features/insurance-code/code-log-list';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function CodeLogPage() {
  return (
    <Screen title={say(CODE_LOG.title)}>
      <CodeLogList />
    </Screen>
  );
}
