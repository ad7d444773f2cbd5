import type { DeductionPreview } from '@gongji/contract';
import { fenText, POT_TEXT } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Amount } from '@/shared/ui/amount';
import { PersonBadge } from '@/shared/ui/person-badge';
import '../account.scss';

type PreviewLeg = DeductionPreview['legs'][number];

/** Each payer in their turn: how much, out of which pots where they are one's own, and what keeps it from being more. */
export const PayerList = ({ legs }: { readonly legs: readonly PreviewLeg[] }) => (
  <View>
    {legs.map((leg, index) => (
      <View key={leg.payerId} className="pays">
        <View className="pays__head">
          <View className="pays__who">
            <Text className="pays__turn">{`${index + 1}.`}</Text>
            <PersonBadge personId={leg.payerId} name={leg.payer} />
            <Text className="pays__name">{leg.own ? say(ACCOUNT.preview.ownPayer, { name: leg.payer }) : say(leg.payer)}</Text>
          </View>
          <Amount fen={leg.amountFen} />
        </View>
        {notesOf(leg).map((note) => (
          <Text key={note} className="pays__more muted">
            {note}
          </Text>
        ))}
      </View>
    ))}
  </View>
);

const notesOf = ({ pots, limitText, skippedText }: PreviewLeg): readonly string[] => [
  ...pots.map(({ pot, amountFen }) => `${say(POT_TEXT[pot])} ${fenText(amountFen)}`),
  ...(limitText === null ? [] : [say(limitText)]),
  ...(skippedText === null ? [] : [say(ACCOUNT.preview.skipped, { reason: say(skippedText) })]),
];
