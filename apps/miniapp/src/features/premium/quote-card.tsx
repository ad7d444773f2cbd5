import type { QuotedList, QuoteView } from '@gongji/contract';
import { PAYMENT, PREMIUM } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { dayText, yearsOldText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted, personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { assumedText, benefitText, payerText, windowText } from './premium-text';
import { WaitingReason } from './waiting-reason';

interface QuoteProps {
  readonly quote: QuoteView;
  /** What 待遇 means is said once on the page. */
  readonly explains: boolean;
  readonly onChange: () => void;
}

/** One relative who can be paid for: what is owed, from when it helps, when it is taken, until when it can be taken back. */
export const QuoteCard = ({ quote, explains, onChange }: QuoteProps) => {
  const { levy } = quote;
  return (
    <Card>
      <Person
        personId={levy.person.personId}
        name={personName(levy.person)}
        note={levy.person.maskedCertificate}
        end={
          <Button kind="text" inline onTap={onChange} label={say(PAYMENT.quote.changeOf, { name: personName(levy.person) })}>
            {say(PAYMENT.quote.change)}
          </Button>
        }
      />
      <Line name={say(PAYMENT.fact.item)}>{say(PAYMENT.fact.premium, { year: levy.year })}</Line>
      <Line name={say(PAYMENT.quote.owed)}>
        <Amount fen={levy.amountFen} />
      </Line>
      <Line name={say(PAYMENT.fact.benefits)}>{benefitText(levy.year, quote.benefitStartsOn)}</Line>
      <Line name={say(PAYMENT.quote.waiting)}>
        {quote.waitingMonths === 0 ? say(PAYMENT.quote.noWaiting) : say(PAYMENT.quote.months, { months: quote.waitingMonths })}
      </Line>
      <Line name={say(PAYMENT.quote.voiding)}>
        {quote.voidableUntil === null
          ? say(PAYMENT.quote.notVoidable)
          : say(PAYMENT.quote.voidableUntil, { day: dayText(quote.voidableUntil) })}
      </Line>
      {quote.capPerPaymentFen !== null && (
        <Line name={say(PAYMENT.quote.capPerPayment)}>
          <Amount fen={quote.capPerPaymentFen} />
        </Line>
      )}
      {quote.monthLeftAfterFen !== null && (
        <Line name={say(PAYMENT.quote.monthLeft)}>
          <Amount fen={quote.monthLeftAfterFen} />
        </Line>
      )}
      <View className="stack">
        {explains && <Text className="block muted">{say(PAYMENT.term.benefits)}</Text>}
        {levy.amountAssumed && <Notice tone="warn">{assumedText(levy.year)}</Notice>}
        <Fold of={say(PAYMENT.quote.more)}>
          <Line name={say(PAYMENT.fact.region)}>{levy.regionName}</Line>
          <Line name={say(PAYMENT.fact.category)}>{say(levy.categoryText)}</Line>
          <Line name={say(PREMIUM.levy.window)}>{windowText(levy)}</Line>
          <Text className="block muted">{say(quote.waitingText)}</Text>
          <WaitingReason quote={quote} />
        </Fold>
      </View>
    </Card>
  );
};

type Item = QuotedList['items'][number];

const ownPaymentOf = ({ levy }: Item): string | null => levy?.ownPaymentId ?? null;

/** One who cannot be paid for now: what, why, what to do, and the rule behind it. The others go on. */
export const RefusedRelative = ({ item, alone }: { readonly item: Item; readonly alone: boolean }) => (
  <Card>
    <View className="stack">
      <Person
        personId={item.person.personId}
        name={personName(item.person)}
        note={dotted(item.person.regionName, yearsOldText(item.person.age))}
      />
      {item.refusal !== null && ownPaymentOf(item) !== null && (
        <Notice tone={item.levy?.state === 'paid' ? 'ok' : 'info'} title={say(item.refusal.text)}>
          <Text className="notice__text">{say(PREMIUM.act.ownRecord)}</Text>
        </Notice>
      )}
      {item.refusal !== null && ownPaymentOf(item) === null && (
        <Notice tone={alone ? 'danger' : 'warn'} title={say(item.refusal.text)} urgent={alone}>
          <Text className="notice__text">{say(item.refusal.nextStep)}</Text>
          {!alone && <View className="muted">{say(PAYMENT.quote.leftOut)}</View>}
          <SpokenCode code={item.refusal.code} />
        </Notice>
      )}
      {item.levy !== null && (
        <View>
          <Line name={say(PREMIUM.levy.owed, { year: item.levy.year })}>
            <Amount fen={item.levy.amountFen} />
          </Line>
          {item.levy.payer !== null && <Line name={say(PREMIUM.levy.payer)}>{payerText(item.levy)}</Line>}
        </View>
      )}
      {item.levy !== null && item.levy.rules.length > 0 && <FoldedRules rules={item.levy.rules} of={personName(item.person)} />}
    </View>
  </Card>
);
