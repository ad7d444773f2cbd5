import { INSURANCE_CODE, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { CodePanel } from '@/features/insurance-code/code-panel';
import { OfflinePanel } from '@/features/insurance-code/offline-panel';
import { goTo } from '@/shared/platform/navigation';
import { setElder, useElder } from '@/shared/session/elder';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Screen } from '@/shared/ui/screen';
import { TapRow } from '@/shared/ui/tap-row';

export default function InsuranceCodePage() {
  const elder = useElder();
  return (
    <Screen title={say(WORDS.tab['insurance-code'])} tab offline={<OfflinePanel />}>
      <CodePanel />
      <View className="section">
        <Text className="section__title">{say(INSURANCE_CODE.page.family)}</Text>
        <Card flush>
          <TapRow
            icon="family"
            title={say(INSURANCE_CODE.page.show)}
            note={say(INSURANCE_CODE.page.showNote)}
            onTap={() => goTo('relatives')}
          />
          <TapRow icon="pay" title={say(INSURANCE_CODE.page.pay)} note={say(INSURANCE_CODE.page.payNote)} onTap={() => goTo('premium')} />
        </Card>
      </View>
      <Button kind="text" icon="large" onTap={() => setElder(!elder)}>
        {say(elder ? INSURANCE_CODE.page.toStandard : INSURANCE_CODE.page.toElder)}
      </Button>
    </Screen>
  );
}
