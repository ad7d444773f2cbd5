import { CodeLogList } from '@/features/insurance-code/code-log-list';
import { Screen } from '@/shared/ui/screen';

export default function CodeLogPage() {
  return (
    <Screen title="医保码出示记录">
      <CodeLogList />
    </Screen>
  );
}
