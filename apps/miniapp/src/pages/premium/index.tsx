import { View } from '@tarojs/components';
import { DueList } from '@/features/premium/due-list';
import { goTo } from '@/shared/platform/navigation';
import { Card } from '@/shared/ui/card';
import { Screen } from '@/shared/ui/screen';
import { TapRow } from '@/shared/ui/tap-row';

export default function PremiumPage() {
  return (
    <Screen title="代缴" tab>
      <DueList
        onCheck={(personIds, year) => goTo('premium-check', { personIds: personIds.join(','), year: String(year) })}
        onBind={() => goTo('add-relative')}
        onOpenBinding={(bindingId) => goTo('relative', { bindingId })}
        onHistory={() => goTo('payments')}
      />
      <View className="section">
        <Card flush>
          <TapRow icon="doc" title="代缴记录" note="每一笔的状态和凭证" onTap={() => goTo('payments')} />
          <TapRow icon="book" title="地区规则" note="缴费期、等待期和依据" onTap={() => goTo('policy')} />
        </Card>
      </View>
    </Screen>
  );
}
