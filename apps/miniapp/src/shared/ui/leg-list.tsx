import type { Leg } from '@gongji/contract';
import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useMe } from '../session/session';
import { say } from '../text/say';
import { Amount } from './amount';
import { PersonBadge } from './person-badge';

/** Each payer's share, in the order of deduction; a skipped payer says why. Masked names in a family can look alike, so the reader's own share is marked. */
export function LegList({ legs }: { readonly legs: readonly Leg[] }) {
  const { personId } = useMe();
  const payerText = ({ payerId, payer, own }: Leg): string => {
    const name = say(payer);
    return payerId === personId ? say(PIECES.leg.mine, { name }) : own ? say(PIECES.leg.own, { name }) : name;
  };
  return (
    <View>
      {legs.map((leg) => (
        <View key={leg.payerId} className="leg">
          <PersonBadge personId={leg.payerId} name={leg.payer} />
          <View className="person__words leg__words">
            <Text className="block">{payerText(leg)}</Text>
            <Text className="block muted">{say(PIECES.leg.account)}</Text>
            {leg.skippedText !== null && <Text className="block muted">{say(PIECES.leg.skipped, { why: say(leg.skippedText) })}</Text>}
          </View>
          <Amount fen={leg.amountFen} />
        </View>
      ))}
    </View>
  );
}
