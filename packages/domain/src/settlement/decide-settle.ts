import { type Decision, decided, refused } from '../decision';
import { type Fen, fenText, isFen, subtractFen } from '../money';
import { type Deduction, deduct, type Payer } from './deduct';

export interface SettleRequest {
  /** The whole cost, and what the pooled fund pays of it. */
  readonly totalFen: Fen;
  readonly fundFen: Fen;
  /** In the order of deduction. */
  readonly payers: readonly Payer[];
  /** How many sponsors' accounts the region lets one cost be taken from; null: any number. */
  readonly mostSponsors: number | null;
  /** What the person agreed to pay in cash; null in a pre-settlement, which only asks. */
  readonly agreedCashFen: Fen | null;
}

export type SettleCode = 'SETTLEMENT_AMOUNT_INVALID' | 'SETTLEMENT_CASH_NOT_AGREED' | 'SETTLEMENT_SPLIT_CHANGED';

/** Full cover, or exactly the cash remainder that the person agreed to: never a silent partial, never a split other than the one shown. */
export function decideSettle({ totalFen, fundFen, payers, mostSponsors, agreedCashFen }: SettleRequest): Decision<Deduction, SettleCode> {
  if (![totalFen, fundFen, agreedCashFen ?? 0].every(isWhole) || totalFen === 0 || fundFen > totalFen)
    return refused('SETTLEMENT_AMOUNT_INVALID');
  const deduction = deduct(subtractFen(totalFen, fundFen), payers, mostSponsors);
  if (agreedCashFen === null || agreedCashFen === deduction.cashFen) return decided(deduction);
  return agreedCashFen === 0
    ? refused('SETTLEMENT_CASH_NOT_AGREED', { cash: fenText(deduction.cashFen) })
    : refused('SETTLEMENT_SPLIT_CHANGED');
}

const isWhole = (amount: number): boolean => isFen(amount) && amount >= 0;
