import type { DeductionOrder } from '@gongji/contract';
import { ORDER } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { dotted, personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
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
        <Person
          personId={sponsor.personId}
          name={personName(sponsor)}
          note={dotted(say(ORDER.place, { place: index + 1 }), sponsor.regionName)}
        />
        {!usable && (
          <View className="payer__state">
            <State tone="quiet" icon="off">
              {say(ORDER.unusable)}
            </State>
          </View>
        )}
        {onMove !== undefined && sponsors.length > 1 && (
          <View className="acts">
            <Button
              kind="text"
              inline
              off={index === 0}
              label={say(ORDER.upSpoken, { name: personName(sponsor) })}
              onTap={() => onMove(index, -1)}
            >
              {say(ORDER.up)}
            </Button>
            <Button
              kind="text"
              inline
              off={index === sponsors.length - 1}
              label={say(ORDER.downSpoken, { name: personName(sponsor) })}
              onTap={() => onMove(index, 1)}
            >
              {say(ORDER.down)}
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
      <Person personId={personId} name={maskedName} note={say(ORDER.own)} />
    </View>
  );
}
