import { AccessLogList } from '@/features/privacy/access-log-list';
import { Screen } from '@/shared/ui/screen';

export default function AccessLogPage() {
  return (
    <Screen title="谁看过我的信息">
      <AccessLogList />
    </Screen>
  );
}
