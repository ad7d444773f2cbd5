import type { Leg, QuoteView } from '@gongji/contract';
import { addFen, type Fen, fen } from '@gongji/domain';
import { PAYMENT } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { listText, personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Card, Line, Section } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { LegList } from '@/shared/ui/leg-list';
import { FoldedRules } from '@/shared/ui/rule-list';
import { Timeline } from '@/shared/ui/timeline';

interface Props {
  readonly quotes: readonly QuoteView[];
  readonly totalFen: Fen;
}

/** Who pays how much, what is left, and what happens next. */
export const QuoteTotal = ({ quotes, totalFen }: Props) => {
  const [first] = quotes;
  const last = quotes[quotes.length - 1];
  if (first === undefined || last === undefined) return null;
  return (
    <View>
      <Section title={say(PAYMENT.total.shares)}>
        <Card>
          <LegList legs={sharesOf(quotes)} />
          {quotes.length > 1 && (
            <Line name={say(PAYMENT.total.sum, { people: quotes.length })}>
              <Amount fen={totalFen} />
            </Line>
          )}
          <Line name={say(PAYMENT.total.shareableAfter)}>
            <Amount fen={last.shareableAfterFen} />
          </Line>
        </Card>
      </Section>
      <Section title={say(PAYMENT.total.next)}>
        <Fold of={say(PAYMENT.total.steps)}>
          {alike(quotes).map(({ quote, names }, index) => (
            <Card key={quote.quoteId}>
              <View className="stack">
                {quotes.length > 1 && <Text className="lead">{listText(names)}</Text>}
                <Timeline steps={quote.whatHappens} />
                <Text className="block muted">{say(quote.clearingText)}</Text>
                {index === 0 && <Text className="block muted">{say(PAYMENT.term.treasury)}</Text>}
              </View>
            </Card>
          ))}
        </Fold>
      </Section>
      <Rules quotes={quotes} />
    </View>
  );
};

/** Each payer once, with the sum over all relatives. */
function sharesOf(quotes: readonly QuoteView[]): readonly Leg[] {
  const legs = quotes.flatMap((quote) => quote.legs);
  const payers = [...new Map(legs.map((leg) => [leg.payerId, leg])).values()];
  return payers.map((payer) => ({
    ...payer,
    amountFen: addFen(fen(0), ...legs.filter(({ payerId }) => payerId === payer.payerId).map(({ amountFen }) => amountFen)),
  }));
}

interface Alike {
  readonly quote: QuoteView;
  readonly names: string[];
}

/** Those to whom the very same happens are told it once. */
function alike(quotes: readonly QuoteView[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const quote of quotes) {
    const key = JSON.stringify([quote.whatHappens, quote.clearingText]);
    const group = groups.get(key) ?? { quote, names: [] };
    group.names.push(personName(quote.levy.person));
    groups.set(key, group);
  }
  return [...groups.values()];
}

const Rules = ({ quotes }: { readonly quotes: readonly QuoteView[] }) => {
  const rules = quotes.flatMap((quote) => quote.rules);
  const once = [...new Map(rules.map((rule) => [`${rule.kind}${rule.regionCode}${rule.from}${rule.text}`, rule])).values()];
  if (once.length === 0) return null;
  return (
    <Section title={say(PAYMENT.basis)}>
      <Card flush>
        <FoldedRules rules={once} of={say(PAYMENT.total.this)} />
      </Card>
    </Section>
  );
};
