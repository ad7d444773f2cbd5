import { WORDS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { BalanceCard } from '@/features/account/balance-card';
import { CounterHelp } from '@/features/account/counter-help';
import { DemoRow } from '@/features/account/demo-row';
import { MineRows } from '@/features/account/mine-rows';
import { LogOutButton } from '@/features/account/log-out-button';
import { IdentityCard } from '@/features/account/identity-card';
import { LanguageSwitch } from '@/features/session/language-switch';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function MinePage() {
  return (
    <Screen title={say(WORDS.tab.mine)} tab>
      <IdentityCard />
      <View className="section">
        <BalanceCard />
      </View>
      <View className="section">
        <MineRows onOpen={(page) => goTo(page)} />
      </View>
      <CounterHelp onHelp={() => goTo('help')} />
      <View className="section">
        <LogOutButton />
      </View>
      <View className="section">
        <DemoRow onOpen={() => goTo('components')} />
      </View>
      <LanguageSwitch page="mine" />
    </Screen>
  );
}
