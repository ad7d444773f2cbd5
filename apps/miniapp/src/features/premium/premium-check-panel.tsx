import type { AppliedList, PaymentView, QuotedList } from '@gongji/contract';
import { PAYMENT, PREMIUM } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWhenInFront } from '@/shared/platform/when-in-front';
import { useMe } from '@/shared/session/session';
import { useConfirmedPeople } from '@/shared/session/use-confirmed-people';
import { say } from '@/shared/text/say';
import { listText, personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Foot } from '@/shared/ui/fold';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { ProxyBanner } from '@/shared/ui/proxy-banner';
import { Card, Section } from '@/shared/ui/card';
import { useTickFirst } from '@/shared/ui/use-tick-first';
import { AppliedListPanel } from './applied-list';
import { payText } from './payment-text';
import { QuoteCard, RefusedRelative } from './quote-card';
import { QuoteTotal } from './quote-total';
import { UnknownPayment } from './unknown-payment';
import { payableIn, type PremiumCheck, usePremiumCheck } from './use-premium-check';

interface Props {
  readonly personIds: readonly string[];
  readonly year: number;
  /** The outcome of each of several is told here; of one, on its own page. */
  readonly onResult: () => void;
  readonly onPaid: (paymentId: string) => void;
  readonly onOpen: (paymentId: string) => void;
  readonly onChange: () => void;
  readonly onHistory: () => void;
}

type Items = AppliedList['items'];

/** Everything that will happen, before the one button that makes it happen; then one outcome a person. */
export function PremiumCheckPanel({ personIds, year, onResult, onPaid, onOpen, onChange, onHistory }: Props) {
  const [done, setDone] = useState<Items | null>(null);
  const whenInFront = useWhenInFront();
  const finish = (items: Items) =>
    whenInFront(() => {
      const [only] = items;
      if (items.length > 1) {
        setDone(items);
        onResult();
      } else if (only?.payment) onPaid(only.payment.paymentId);
    });
  const check = usePremiumCheck(personIds, year, ({ items }) => finish(items));
  const { quotes, applied, requote, pay } = check;
  if (done !== null) return <AppliedListPanel items={done} onOpen={onOpen} onHistory={onHistory} onLeave={onChange} />;
  if (quotes.kind === 'loading') return <Skeleton cards={3} />;
  if (quotes.kind !== 'ok') {
    return (
      <View className="stack">
        {quotes.kind === 'refused' ? <Refused refusal={quotes.refusal} /> : <Unreachable />}
        <Again text={say(PAYMENT.check.again)} onTap={requote} />
        <Leave onTap={onChange} />
      </View>
    );
  }
  if (applied.kind === 'unknown') {
    const found = (payments: readonly PaymentView[]) => finish(foundItems(quotes.list, payments));
    return (
      <UnknownPayment
        quotes={payableIn(quotes.list)}
        year={year}
        reference={applied.reference}
        onFound={found}
        onSendAgain={pay}
        onHistory={onHistory}
      />
    );
  }
  return <CheckedAnswers check={check} list={quotes.list} onChange={onChange} onHistory={onHistory} />;
}

/** What was found by looking. Of the others nothing is known yet, so nothing is said of them but where to look. */
const foundItems = ({ items }: QuotedList, payments: readonly PaymentView[]): Items =>
  items.flatMap(({ person, quote }) => {
    const payment = payments.find((each) => each.person.personId === person.personId) ?? null;
    if (quote === null) return [];
    const refusal = payment === null ? NOT_FOUND_YET : null;
    return [{ quoteId: quote.quoteId, person, payment, refusal }];
  });
const NOT_FOUND_YET = {
  code: 'PREMIUM_PAYMENT_NOT_FOUND',
  text: PAYMENT.unknown.oneNotFound,
  nextStep: PAYMENT.unknown.oneNotFoundNext,
};

interface CheckedProps {
  readonly check: PremiumCheck;
  readonly list: QuotedList;
  readonly onChange: () => void;
  readonly onHistory: () => void;
}

function CheckedAnswers({ check, list, onChange, onHistory }: CheckedProps) {
  const me = useMe();
  const quotes = payableIn(list);
  const refused = list.items.filter(({ quote }) => quote === null);
  const people = quotes.map(({ levy: { person } }) => ({ personId: person.personId, name: personName(person) }));
  const names = listText(people.map(({ name }) => name));
  const { needed, confirm } = useConfirmedPeople(
    me.personId,
    people.map(({ personId }) => personId),
  );
  const { box, unlessUnticked } = useTickFirst('right-person', say(PAYMENT.check.rightPerson, { names }));
  const confirmAndPay = () => {
    confirm();
    check.pay();
  };
  return (
    <View>
      {people.length > 0 && <ProxyBanner people={people} text={say(PAYMENT.check.banner, { names })} />}
      {quotes.map((quote, index) => (
        <QuoteCard key={quote.quoteId} quote={quote} explains={index === 0} onChange={onChange} />
      ))}
      {refused.length > 0 && (
        <Section title={quotes.length === 0 ? say(PREMIUM.obstacle.title) : say(PAYMENT.check.refused, { people: refused.length })}>
          {refused.map((item) => (
            <RefusedRelative key={item.person.personId} item={item} alone={list.items.length === 1} />
          ))}
        </Section>
      )}
      <QuoteTotal quotes={quotes} totalFen={list.totalFen} />
      {quotes.length === 0 ? (
        <View className="section">
          <NothingToPay check={check} list={list} onChange={onChange} onHistory={onHistory} />
        </View>
      ) : (
        <>
          {needed && (
            <View className="section">
              <Card>{box}</Card>
            </View>
          )}
          <Foot>
            <Pay check={check} list={list} onPay={needed ? unlessUnticked(confirmAndPay) : check.pay} />
          </Foot>
        </>
      )}
    </View>
  );
}

/** Whoever comes back here after paying finds the payment, not only that it cannot be paid again. */
const NothingToPay = ({ check, list, onChange, onHistory }: CheckedProps) => (
  <View className="stack">
    {list.items.some(({ levy }) => levy !== null && levy.ownPaymentId !== null) ? (
      <Button kind="plain" onTap={onHistory}>
        {say(PREMIUM.act.records)}
      </Button>
    ) : (
      <Again text={say(PAYMENT.check.again)} onTap={check.requote} />
    )}
    <Leave onTap={onChange} />
  </View>
);

interface PayProps extends Pick<CheckedProps, 'check' | 'list'> {
  readonly onPay: () => void;
}

function Pay({ check, list, onPay }: PayProps) {
  const { applied, expired, requote } = check;
  if (applied.kind === 'refused') {
    return (
      <View className="stack">
        <Refused refusal={applied.refusal} />
        <Again text={say(PAYMENT.check.amountAgain)} onTap={requote} />
      </View>
    );
  }
  const [only] = applied.kind === 'done' ? applied.answer.items : [];
  if (only?.refusal) {
    return (
      <View className="stack">
        <Refused refusal={{ ...only.refusal, requestId: null, fields: [] }} />
        <Again text={say(PAYMENT.check.amountAgain)} onTap={requote} />
      </View>
    );
  }
  if (expired) {
    return (
      <View className="stack">
        <Notice tone="warn" title={say(PAYMENT.check.expired)} urgent>
          {say(PAYMENT.check.expiredText)}
        </Notice>
        <Again text={say(PAYMENT.check.amountAgain)} onTap={requote} />
      </View>
    );
  }
  return (
    <Button busyText={(applied.kind === 'submitting' || applied.kind === 'done') && say(PAYMENT.submitting)} onTap={onPay}>
      {payText(list.totalFen, payableIn(list).length)}
    </Button>
  );
}

const Again = ({ text, onTap }: { readonly text: string; readonly onTap: () => void }) => (
  <Button kind="plain" icon="refresh" onTap={onTap}>
    {text}
  </Button>
);
const Leave = ({ onTap }: { readonly onTap: () => void }) => (
  <Button kind="text" onTap={onTap}>
    {say(PAYMENT.back)}
  </Button>
);
