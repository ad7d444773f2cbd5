import { type Decision, decided, refused } from '../decision';
import { atLeastZero, type Fen, fenText, isFen, minFen, subtractFen } from '../money';
import { type Deduction, deduct, type Payer } from './deduct';

export interface SettleRequest {
  /** The whole cost, and what the pooled fund pays of it. */
  readonly totalFen: Fen;
  readonly fundFen: Fen;
  /** In the order of deduction. */
  readonly payers: readonly Payer[];
  /** How many sponsors' accounts the region lets one cost be taken from; null: any number. */
  readonly mostSponsors: number | null;
  /** All that accounts may pay of it, for a code shown without network; null: no such bound. What is over it is cash like any other remainder. */
  readonly mostAccountFen?: Fen | null;
  /** What the person agreed to pay in cash; null in a pre-settlement, which only asks. */
  readonly agreedCashFen: Fen | null;
}

export type SettleCode = 'SETTLEMENT_AMOUNT_INVALID' | 'SETTLEMENT_CASH_NOT_AGREED' | 'SETTLEMENT_SPLIT_CHANGED';

/** Full cover, or exactly the cash remainder that the person agreed to: never a silent partial, never a split other than the one shown. */
export function decideSettle(request: SettleRequest): Decision<Deduction, SettleCode> {
  const { totalFen, fundFen, agreedCashFen } = request;
  if (![totalFen, fundFen, agreedCashFen ?? 0].every(isWhole) || totalFen === 0 || fundFen > totalFen)
    return refused('SETTLEMENT_AMOUNT_INVALID');
  const deduction = deductWithin(request);
  if (agreedCashFen === null || agreedCashFen === deduction.cashFen) return decided(deduction);
  return agreedCashFen === 0
    ? refused('SETTLEMENT_CASH_NOT_AGREED', { cash: fenText(deduction.cashFen) })
    : refused('SETTLEMENT_SPLIT_CHANGED');
}

function deductWithin({ totalFen, fundFen, payers, mostSponsors, mostAccountFen }: SettleRequest): Deduction {
  const needFen = subtractFen(totalFen, fundFen);
  const fromAccounts = mostAccountFen === null || mostAccountFen === undefined ? needFen : atLeastZero(minFen(needFen, mostAccountFen));
  const deduction = deduct(fromAccounts, payers, mostSponsors);
  return { ...deduction, cashFen: subtractFen(needFen, deduction.coveredFen) };
}

const isWhole = (amount: number): boolean => isFen(amount) && amount >= 0;
