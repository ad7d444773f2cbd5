import type { DeductionOrder } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useMe } from '@/shared/session/session';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { placeText } from './binding-text';
import './binding.scss';

interface Props {
  readonly sponsors: DeductionOrder['sponsors'];
  /** The reader's own account comes first everywhere. */
  readonly hasAccount: boolean;
  /** Absent where the order is not the reader's. */
  readonly onMove?: ((index: number, by: 1 | -1) => void) | undefined;
}

/** Sponsors from first to last. Buttons instead of dragging: they work for every hand and every screen reader. */
export const OrderList = ({ sponsors, hasAccount, onMove }: Props) => (
  <Card flush>
    {hasAccount && <Own />}
    {sponsors.map(({ bindingId, sponsor, usable }, index) => (
      <View key={bindingId} className="payer">
        <Person personId={sponsor.personId} name={sponsor.maskedName} note={`家人中${placeText(index + 1)} · ${sponsor.regionName}`} />
        {!usable && (
          <View className="payer__state">
            <State tone="quiet" icon="off">
              现在不能用
            </State>
          </View>
        )}
        {onMove !== undefined && sponsors.length > 1 && (
          <View className="acts">
            <Button kind="text" inline off={index === 0} label={`上移：${sponsor.maskedName}`} onTap={() => onMove(index, -1)}>
              上移
            </Button>
            <Button
              kind="text"
              inline
              off={index === sponsors.length - 1}
              label={`下移：${sponsor.maskedName}`}
              onTap={() => onMove(index, 1)}
            >
              下移
            </Button>
          </View>
        )}
      </View>
    ))}
  </Card>
);

function Own() {
  const { personId, maskedName } = useMe();
  return (
    <View className="payer payer--own">
      <Person personId={personId} name={maskedName} note="您本人的个人账户，总是最先扣" />
    </View>
  );
}
