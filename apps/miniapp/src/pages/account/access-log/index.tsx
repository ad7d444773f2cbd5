import { PRIVACY } from '@gongji/texts';
import { AccessLogList } from '@/features/privacy/access-log-list';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function AccessLogPage() {
  return (
    <Screen title={say(PRIVACY.rows.accessLog)}>
      <AccessLogList />
    </Screen>
  );
}
