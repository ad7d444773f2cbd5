import type { BindingView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';
import { grantOf } from './binding-text';
import { LIMIT_WORDS } from './limit-text';

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
        {myRole === 'owner' && <OwnLimit limitFen={sharedLimitFen} onTap={onLimit} />}
      </Card>
    </View>
  );
};

interface LimitProps {
  readonly limitFen: BindingView['sharedLimitFen'];
  readonly onTap: () => void;
}

/** By the name that the owner's region has for it. */
function OwnLimit({ limitFen, onTap }: LimitProps) {
  const kind = useRead('sharedLimit').answer?.kind;
  const note = limitFen === null ? '没有设置' : `现在是 ${fenText(limitFen)}`;
  return <TapRow icon="sum" title={kind === undefined ? '全体亲属合计可用' : LIMIT_WORDS[kind].title} note={note} onTap={onTap} />;
}
