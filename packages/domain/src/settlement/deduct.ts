import { type PotAmount, sumOfPots, takeFrom } from '../account/shareable';
import { addFen, atLeastZero, type Fen, minFen, subtractFen, ZERO } from '../money';
import type { SkipReason } from './skip-reason';

export interface Payer {
  readonly payerId: string;
  /** The person whose cost it is. */
  readonly own: boolean;
  /** What may be taken, pot by pot in the order of taking: `ownPots` for oneself, `shareableOf(…).pots` for a sponsor. */
  readonly pots: readonly PotAmount[];
  readonly capFen: Fen | null;
  /** What sponsors together may still pay at counters today for whose cost it is, by the rule of this one's region; missing or null: any amount. */
  readonly dayLeftFen?: Fen | null;
  /** Not asked at all, and why. */
  readonly skip: SkipReason | null;
}

export interface DeductionLeg {
  readonly payerId: string;
  readonly own: boolean;
  readonly amountFen: Fen;
  readonly pots: readonly PotAmount[];
  /** Why the amount is 0; null where the payer pays. */
  readonly skip: SkipReason | null;
}

export interface Deduction {
  /** One leg per payer, in the order of deduction, those who pay nothing included. */
  readonly legs: readonly DeductionLeg[];
  readonly coveredFen: Fen;
  /** What the accounts do not cover. */
  readonly cashFen: Fen;
}

/**
 * Takes a cost from accounts: the person's own first, then the sponsors in the order given. Each pays
 * d_i = max(0, min(shareable_i, cap_i, need − Σ_{j<i} d_j)), and of a sponsor no more than what is left of the day's limit after the sponsors before. A payer named twice pays once, at the first place. At most `mostSponsors` sponsors pay for one
 * cost; null: any number. The preview and the settlement both run this.
 */
export function deduct(needFen: Fen, payers: readonly Payer[], mostSponsors: number | null = null): Deduction {
  const need = atLeastZero(needFen);
  let left = need;
  let sponsors = 0;
  let shared = ZERO;
  const legs = inOrder(payers).map((payer) => {
    const full = !payer.own && left > 0 && mostSponsors !== null && sponsors >= mostSponsors;
    const asked = left > 0 ? withinDay(payer, shared) : payer;
    const leg = legOf(full ? { ...asked, skip: asked.skip ?? 'over-sponsor-count' } : asked, left);
    left = subtractFen(left, leg.amountFen);
    if (!leg.own && leg.amountFen > 0) sponsors += 1;
    if (!leg.own) shared = addFen(shared, leg.amountFen);
    return leg;
  });
  return { legs, coveredFen: subtractFen(need, left), cashFen: left };
}

/** A sponsor with what those before have left of the day. */
export function withinDay(payer: Payer, sharedFen: Fen): Payer {
  const { dayLeftFen = null, capFen, own } = payer;
  if (own || dayLeftFen === null) return payer;
  const leftFen = atLeastZero(subtractFen(dayLeftFen, sharedFen));
  return leftFen === 0
    ? { ...payer, skip: payer.skip ?? 'day-limit-used' }
    : { ...payer, capFen: capFen === null ? leftFen : minFen(capFen, leftFen) };
}

function inOrder(payers: readonly Payer[]): readonly Payer[] {
  const ordered = [...payers.filter((payer) => payer.own), ...payers];
  const firstPlace = new Map<string, Payer>();
  for (const payer of ordered) if (!firstPlace.has(payer.payerId)) firstPlace.set(payer.payerId, payer);
  return Array.from(firstPlace.values());
}

function legOf(payer: Payer, left: Fen): DeductionLeg {
  const { payerId, own, capFen } = payer;
  const most = sumOfPots(payer.pots.map((part) => ({ ...part, amountFen: atLeastZero(part.amountFen) })));
  const wanted = payer.skip !== null ? ZERO : atLeastZero(minFen(most, left, ...(capFen === null ? [] : [capFen])));
  const pots = takeFrom(payer.pots, wanted);
  const amountFen = addFen(...pots.map((part) => part.amountFen));
  return { payerId, own, amountFen, pots, skip: amountFen > 0 ? null : reasonFor(payer, left, most) };
}

function reasonFor(payer: Payer, left: Fen, most: Fen): SkipReason {
  if (payer.skip !== null) return payer.skip;
  if (left <= 0) return 'nothing-left-to-pay';
  if (most <= 0) return payer.own ? 'own-balance-empty' : 'nothing-shareable';
  return 'month-cap-used';
}
