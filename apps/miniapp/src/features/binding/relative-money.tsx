import type { BindingView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { View } from '@tarojs/components';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';
import { grantOf } from './binding-text';

interface Props {
  readonly binding: BindingView;
  readonly onOrder: () => void;
  readonly onLimit: () => void;
}

/** Where money is shared: the owner's limit for all relatives, the user's order of payers. */
export const RelativeMoney = ({ binding, onOrder, onLimit }: Props) => {
  const funds = grantOf(binding, 'share-funds');
  if (funds === undefined || funds.state === 'ended') return null;
  const { myRole, sharedLimitFen } = binding;
  return (
    <View className="section">
      <Card flush>
        {myRole === 'relative' && <TapRow icon="sum" title="扣款顺序" note="先扣谁的账户，再扣谁的" onTap={onOrder} />}
        {myRole === 'owner' && (
          <TapRow
            icon="sum"
            title="全体亲属共用限额"
            note={sharedLimitFen === null ? '没有设置' : `现在是 ${fenText(sharedLimitFen)}`}
            onTap={onLimit}
          />
        )}
      </Card>
    </View>
  );
};
