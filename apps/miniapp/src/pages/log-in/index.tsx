import { SESSION } from '@gongji/texts';
import { View } from '@tarojs/components';
import { LogInPanel } from '@/features/session/log-in-panel';
import { LanguageSwitch } from '@/features/session/language-switch';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { takeInvitation } from '@/shared/session/pending-invitation';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Screen } from '@/shared/ui/screen';

export default function LogInPage() {
  const enter = () => {
    const invitation = takeInvitation();
    if (invitation === undefined) goTo('insurance-code');
    else replaceBy('invitation', invitation);
  };
  return (
    <Screen title={say(SESSION.page.title)} tab open>
      <LogInPanel onLoggedIn={enter} />
      <View className="section">
        <Button kind="plain" onTap={() => goTo('help')}>
          {say(SESSION.page.help)}
        </Button>
      </View>
      <LanguageSwitch page="log-in" />
    </Screen>
  );
}
