import type { Leg } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useMe } from '../session/session';
import { Amount } from './amount';
import { PersonBadge } from './person-badge';

/** Each payer's share, in the order of deduction; a skipped payer says why. Masked, two of a family can read alike: whoever looks is told which is theirs. */
export function LegList({ legs }: { readonly legs: readonly Leg[] }) {
  const { personId } = useMe();
  const whose = ({ payerId, own }: Leg): string => (payerId === personId ? '（我）' : own ? '（本人）' : '');
  return (
    <View>
      {legs.map((leg) => (
        <View key={leg.payerId} className="leg">
          <PersonBadge personId={leg.payerId} name={leg.payer} />
          <View className="person__words leg__words">
            <Text className="block">{`${leg.payer}${whose(leg)}`}</Text>
            <Text className="block muted">个人账户</Text>
            {leg.skippedText !== null && <Text className="block muted">{`不扣：${leg.skippedText}`}</Text>}
          </View>
          <Amount fen={leg.amountFen} />
        </View>
      ))}
    </View>
  );
}
