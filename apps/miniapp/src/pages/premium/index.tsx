import { PREMIUM, WORDS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { DueList } from '@/features/premium/due-list';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { Screen } from '@/shared/ui/screen';
import { TapRow } from '@/shared/ui/tap-row';

export default function PremiumPage() {
  return (
    <Screen title={say(WORDS.tab.premium)} tab>
      <DueList
        onCheck={(personIds, year) => goTo('premium-check', { personIds: personIds.join(','), year: String(year) })}
        onBind={() => goTo('add-relative')}
        onOpenBinding={(bindingId) => goTo('relative', { bindingId })}
        onOpenPayment={(paymentId) => goTo('payment', { paymentId })}
      />
      <View className="section">
        <Card flush>
          <TapRow icon="doc" title={say(PREMIUM.links.records)} note={say(PREMIUM.links.recordsNote)} onTap={() => goTo('payments')} />
          <TapRow icon="book" title={say(PREMIUM.links.policy)} note={say(PREMIUM.links.policyNote)} onTap={() => goTo('policy')} />
        </Card>
      </View>
    </Screen>
  );
}
