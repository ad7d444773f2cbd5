import { monthAt } from '../account/account-year';
import { type Binding, fundsGrantOf } from '../binding/grant';
import { type Decision, decided, refused } from '../decision';
import type { Fen } from '../money';
import { monthCapLeft } from './month-cap';

/** A settlement as far as taking it back goes. */
export interface SettledFacts {
  readonly institutionId: string;
  readonly voided: boolean;
}

export type VoidSettlementCode = 'SETTLEMENT_NOT_FOUND' | 'SETTLEMENT_VOIDED';

/** Only who settled may take it back, all of it and once. Somebody else's is answered like one that never was. No rule knows a time limit, so there is none. */
export function decideVoidSettlement<S extends SettledFacts>(
  settlement: S | undefined,
  institutionId: string,
): Decision<S, VoidSettlementCode> {
  if (settlement === undefined || settlement.institutionId !== institutionId) return refused('SETTLEMENT_NOT_FOUND');
  return settlement.voided ? refused('SETTLEMENT_VOIDED') : decided(settlement);
}

/** no-cap: none was set. freed: it can be used again this month. month-over: it was taken in a month that is over, and nothing carries on. ended: nothing is shared any more. */
export type CapAfterVoid = { readonly kind: 'no-cap' | 'month-over' | 'ended' } | { readonly kind: 'freed'; readonly leftFen: Fen };

interface GivenBack {
  readonly binding: Pick<Binding, 'grants'>;
  readonly settledAt: Date;
  readonly now: Date;
  /** Taken under the binding in the present month without what comes back. */
  readonly spentThisMonthFen: Fen;
}

/** What it means for a sponsor's cap of the month that a share comes back. */
export function capAfterVoid({ binding, settledAt, now, spentThisMonthFen }: GivenBack): CapAfterVoid {
  if ((fundsGrantOf(binding)?.state ?? 'ended') === 'ended') return { kind: 'ended' };
  const leftFen = monthCapLeft(binding, spentThisMonthFen);
  if (leftFen === null) return { kind: 'no-cap' };
  return monthAt(settledAt) === monthAt(now) ? { kind: 'freed', leftFen } : { kind: 'month-over' };
}
