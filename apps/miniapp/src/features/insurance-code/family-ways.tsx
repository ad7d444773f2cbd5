import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

/** From one's own code to what can be done for the family. Whoever has bound somebody knows that it takes binding. */
export const FamilyWays = ({ bound }: { readonly bound: boolean }) => (
  <View className="section">
    <Text className="section__title">{say(bound ? INSURANCE_CODE.page.familyBound : INSURANCE_CODE.page.family)}</Text>
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
);
