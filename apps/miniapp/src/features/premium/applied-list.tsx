import type { AppliedList, PaymentView } from '@gongji/contract';
import { addFen, fen, fenText } from '@gongji/domain';
import { PAYMENT, PREMIUM } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { moveTo } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { numberText } from '@/shared/text/number-text';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Amount } from '@/shared/ui/amount';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Notice, State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { Result } from '@/shared/ui/result';
import { SpokenCode } from '@/shared/ui/spoken-code';
import { isUnsettled, nextStep, nextText, PAYMENT_LOOK } from './payment-text';
import type { Look } from './premium-text';
import { whyText } from './unsettled-notice';
import { useSettling } from './use-settling';

type Item = AppliedList['items'][number];

interface Props {
  readonly items: readonly Item[];
  readonly onOpen: (paymentId: string) => void;
  readonly onHistory: () => void;
  readonly onLeave: () => void;
}

/**
 * One outcome a person, on the page and not in a toast: a failure of one says so and leaves the others. What stands in the way of it may be the payer's own
 * payment, from another phone or from before.
 */
export function AppliedListPanel({ items, onOpen, onHistory, onLeave }: Props) {
  const made = items.flatMap(({ payment }) => (payment === null ? [] : [payment]));
  const total = addFen(fen(0), ...made.map(({ amountFen }) => amountFen));
  const all = made.length === items.length;
  useEffect(() => moveTo('result-title'), []);
  return (
    <View className="stack">
      <Result
        {...lookOf(made, items)}
        title={titleOf(made.length, items)}
        text={made.length === 0 ? say(PAYMENT.applied.nothingTaken) : say(PAYMENT.applied.sum, { sum: fenText(total) })}
      />
      {items.map((item) =>
        item.payment === null ? (
          <RefusedItem key={item.quoteId} item={item} />
        ) : (
          <AppliedItem key={item.quoteId} made={item.payment} onOpen={onOpen} />
        ),
      )}
      {!all && (
        <Button kind="plain" onTap={onHistory}>
          {say(PREMIUM.act.records)}
        </Button>
      )}
      <Button kind="plain" onTap={onLeave}>
        {say(PAYMENT.back)}
      </Button>
    </View>
  );
}

/** Green only where the tax office has answered for everybody. */
function lookOf(made: readonly PaymentView[], { length: all }: readonly Item[]): Look {
  if (made.length === 0) return { tone: 'danger', icon: 'error' };
  if (made.length < all || made.some(({ state }) => state === 'failed')) return { tone: 'warn', icon: 'warn' };
  return made.some(isUnsettled) ? { tone: 'info', icon: 'clock' } : { tone: 'ok', icon: 'check' };
}

function titleOf(made: number, items: readonly Item[]): string {
  const all = items.length;
  if (made === 0) return say(PAYMENT.applied.none, { people: all });
  if (made === all) return say(PAYMENT.applied.all, { people: all });
  return say(items.some(isNotFoundYet) ? PAYMENT.applied.someNotFound : PAYMENT.applied.some, { made, left: all - made });
}

/** Nobody said no to this one: its answer was lost, and looking has not found it yet. */
const isNotFoundYet = ({ refusal }: Item): boolean => refusal?.code === 'PREMIUM_PAYMENT_NOT_FOUND';

/** Follows the payment by itself while the tax office is still being told. */
function AppliedItem({ made, onOpen }: { readonly made: PaymentView; readonly onOpen: Props['onOpen'] }) {
  const reading = useRead('premiumPayment', { path: { paymentId: made.paymentId } });
  const { unsettled } = useSettling(reading);
  const payment = reading.answer ?? made;
  const next = nextStep(payment);
  return (
    <Card>
      <Person
        personId={payment.person.personId}
        name={personName(payment.person)}
        note={<State {...PAYMENT_LOOK[payment.state]}>{say(payment.stateText)}</State>}
        end={<Amount fen={payment.amountFen} />}
      />
      <Line name={say(PAYMENT.fact.number)}>{numberText(payment.number)}</Line>
      <Line name={say(PAYMENT.fact.appliedAt)}>{momentText(payment.appliedAt)}</Line>
      {next !== undefined && <Line name={say(PAYMENT.fact.next)}>{nextText(next)}</Line>}
      <View className="stack">
        {unsettled && <Notice tone={payment.state === 'submitting' ? 'info' : 'warn'}>{whyText(payment)}</Notice>}
        {payment.failureText !== null && <Notice tone="danger">{say(payment.failureText)}</Notice>}
        <View className="rule">
          <Button
            kind="text"
            inline
            label={say(PAYMENT.applied.openOf, { name: personName(payment.person) })}
            onTap={() => onOpen(payment.paymentId)}
          >
            {say(PAYMENT.applied.open)}
          </Button>
        </View>
      </View>
    </Card>
  );
}

const RefusedItem = ({ item }: { readonly item: Item }) => {
  const { person, refusal } = item;
  const lost = isNotFoundYet(item);
  const state = lost ? (
    <State tone="warn" icon="clock">
      {say(PAYMENT.applied.notFound)}
    </State>
  ) : (
    <State tone="danger">{say(PAYMENT.applied.refused)}</State>
  );
  return (
    <Card>
      <View className="stack">
        <Person personId={person.personId} name={personName(person)} note={state} />
        {refusal !== null && (
          <Notice tone={lost ? 'warn' : 'danger'} title={say(refusal.text)}>
            <Text className="notice__text">
              {lost ? say(refusal.nextStep) : say(PAYMENT.applied.refusedNext, { next: say(refusal.nextStep) })}
            </Text>
            {!lost && <SpokenCode code={refusal.code} />}
          </Notice>
        )}
      </View>
    </Card>
  );
};
