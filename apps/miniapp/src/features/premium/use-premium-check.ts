import type { AppliedList, PaymentView, QuotedList } from '@gongji/contract';
import { UNDONE_PREMIUM_STATES } from '@gongji/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addressOf, keepAnswer, presentVisit } from '@/shared/bff/answers';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { useTick } from '@/shared/platform/lifecycle';
import { serverNow } from '@/shared/session/session';
import { askToBeTold } from '@/shared/session/subscribe';

type Quotes =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ok'; readonly list: QuotedList };

export interface PremiumCheck {
  readonly quotes: Quotes;
  readonly expired: boolean;
  readonly applied: WriteState<AppliedList>;
  readonly requote: () => void;
  readonly pay: () => void;
}

export const payableIn = ({ items }: QuotedList) => items.flatMap(({ quote }) => (quote === null ? [] : [quote]));

/** The price with all its consequences, then one request under one key for everybody who can be paid for. */
export function usePremiumCheck(personIds: readonly string[], year: number, onDone: (list: AppliedList) => void): PremiumCheck {
  const [quotes, setQuotes] = useState<Quotes>({ kind: 'loading' });
  const [expired, setExpired] = useState(false);
  const apply = useWrite('applyPremiums');
  const turn = useRef(0);
  const wanted = personIds.join();

  const { reset } = apply;
  const requote = useCallback(() => {
    const mine = (turn.current += 1);
    reset();
    setQuotes({ kind: 'loading' });
    setExpired(false);
    void callBff('quotePremiums', { body: { personIds: wanted.split(','), year }, always: true }).then((outcome) => {
      if (mine !== turn.current) return;
      if (outcome.kind === 'done') setQuotes({ kind: 'ok', list: outcome.answer });
      else setQuotes(outcome.kind === 'refused' ? { kind: 'refused', refusal: outcome.refusal } : { kind: 'unreachable' });
    });
  }, [wanted, year, reset]);
  useEffect(requote, [requote]);

  const payable = quotes.kind === 'ok' ? payableIn(quotes.list) : [];
  const endsAt = Math.min(...payable.map(({ expiresAt }) => Date.parse(expiresAt)));
  useTick(1_000, payable.length > 0 && !expired && apply.state.kind === 'idle', () => {
    if (serverNow().getTime() >= endsAt) setExpired(true);
  });

  const pay = async () => {
    if (payable.length === 0) return;
    askToBeTold(['premium', 'dates']);
    const askedIn = presentVisit();
    const outcome = await apply.submit({ body: { quoteIds: payable.map(({ quoteId }) => quoteId) } });
    if (outcome?.kind !== 'done') return;
    keepPayments(
      outcome.answer.items.flatMap(({ payment }) => payment ?? []),
      askedIn,
    );
    onDone(outcome.answer);
  };
  return { quotes, expired, applied: apply.state, requote, pay: () => void pay() };
}

/** What the BFF knows of payments for these people and this year, after an answer got lost; undefined where it could not be asked. They could be paid for, so what stands now is new. */
export async function findPayments(personIds: readonly string[], year: number): Promise<readonly PaymentView[] | undefined> {
  const askedIn = presentVisit();
  const outcome = await callBff('premiumPayments', { query: { year } });
  if (outcome.kind !== 'done') return undefined;
  const found = outcome.answer.payments.filter(
    ({ person, state }) => personIds.includes(person.personId) && !UNDONE_PREMIUM_STATES.includes(state),
  );
  keepPayments(found, askedIn);
  return found;
}

/** What the payment's own page shows from then on, also where the network is gone before it is read there. */
const keepPayments = (payments: readonly PaymentView[], askedIn: number): void =>
  payments.forEach((payment) => keepAnswer(addressOf('premiumPayment', { path: { paymentId: payment.paymentId } }), payment, askedIn));
