import type { BindingView } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { BINDING, LIMIT } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';
import { grantOf } from './binding-text';

interface Props {
  readonly binding: BindingView;
  readonly onOrder: () => void;
  readonly onLimit: () => void;
}

/** Where money is shared: the owner's limit shared by all relatives, the user's order of payers. */
export const RelativeMoney = ({ binding, onOrder, onLimit }: Props) => {
  const funds = grantOf(binding, 'share-funds');
  if (funds === undefined || funds.state === 'ended') return null;
  const { myRole, sharedLimitFen } = binding;
  return (
    <View className="section">
      <Card flush>
        {myRole === 'relative' && (
          <TapRow icon="sum" title={say(BINDING.title.order)} note={say(BINDING.money.orderNote)} onTap={onOrder} />
        )}
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
  const note = limitFen === null ? say(BINDING.money.notSet) : say(BINDING.money.now, { amount: fenText(limitFen) });
  return <TapRow icon="sum" title={say(kind === undefined ? BINDING.money.allRelatives : LIMIT[kind].title)} note={note} onTap={onTap} />;
}
