import { LogInPanel } from '@/features/session/log-in-panel';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function LogInPage() {
  return (
    <Screen title="登录" tab open>
      <LogInPanel onLoggedIn={() => goTo('insurance-code')} />
    </Screen>
  );
}
