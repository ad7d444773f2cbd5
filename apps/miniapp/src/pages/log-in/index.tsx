import { LogInPanel } from '@/features/session/log-in-panel';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { takeInvitation } from '@/shared/session/pending-invitation';
import { Screen } from '@/shared/ui/screen';

export default function LogInPage() {
  const enter = () => {
    const token = takeInvitation();
    if (token === undefined) goTo('insurance-code');
    else replaceBy('invitation', { token });
  };
  return (
    <Screen title="登录" tab open>
      <LogInPanel onLoggedIn={enter} />
    </Screen>
  );
}
