import type { PaymentView, QuoteView } from '@gongji/contract';
import { OPEN_PREMIUM_STATES } from '@gongji/domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callBff } from '@/shared/bff/call-bff';
import type { Refusal } from '@/shared/bff/outcome';
import { useWrite, type WriteState } from '@/shared/bff/use-write';
import { useTick } from '@/shared/platform/lifecycle';
import { serverNow } from '@/shared/session/session';

type Quote =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'ok'; readonly quote: QuoteView };

export interface PremiumCheck {
  readonly quote: Quote;
  readonly expired: boolean;
  readonly payment: WriteState<PaymentView>;
  readonly requote: () => void;
  readonly pay: () => void;
}

/** The price with all its consequences, then one payment under one key. */
export function usePremiumCheck(personId: string, year: number, onPaid: (payment: PaymentView) => void): PremiumCheck {
  const [quote, setQuote] = useState<Quote>({ kind: 'loading' });
  const [expired, setExpired] = useState(false);
  const apply = useWrite('applyPremium');
  const turn = useRef(0);

  const { reset } = apply;
  const requote = useCallback(() => {
    const mine = (turn.current += 1);
    reset();
    setQuote({ kind: 'loading' });
    setExpired(false);
    void callBff('quotePremium', { body: { personId, year }, always: true }).then((outcome) => {
      if (mine !== turn.current) return;
      if (outcome.kind === 'done') setQuote({ kind: 'ok', quote: outcome.answer });
      else setQuote(outcome.kind === 'refused' ? { kind: 'refused', refusal: outcome.refusal } : { kind: 'unreachable' });
    });
  }, [personId, year, reset]);
  useEffect(requote, [requote]);
  useTick(1_000, quote.kind === 'ok' && !expired && apply.state.kind === 'idle', () => {
    if (quote.kind === 'ok' && serverNow().getTime() >= Date.parse(quote.quote.expiresAt)) setExpired(true);
  });

  const pay = async () => {
    if (quote.kind !== 'ok') return;
    const outcome = await apply.submit({ body: { quoteId: quote.quote.quoteId } });
    if (outcome?.kind === 'done') onPaid(outcome.answer);
  };
  return { quote, expired, payment: apply.state, requote, pay: () => void pay() };
}

const LIVE: readonly PaymentView['state'][] = [...OPEN_PREMIUM_STATES, 'paid', 'posted'];

/** What the BFF knows of a payment for this person and year, after an answer got lost. */
export async function findPayment(personId: string, year: number): Promise<PaymentView | undefined> {
  const outcome = await callBff('premiumPayments', { query: { year } });
  if (outcome.kind !== 'done') return undefined;
  return outcome.answer.payments.find(({ person, state }) => person.personId === personId && LIVE.includes(state));
}
