import { type Binding, fundsGrantOf } from '../binding/grant';
import { atLeastZero, type Fen, subtractFen } from '../money';

/** What is left this calendar month of a binding's cap on the money that is shared; null: there is no cap. */
export function monthCapLeft(binding: Pick<Binding, 'grants'>, spentThisMonthFen: Fen): Fen | null {
  const cap = fundsGrantOf(binding)?.capPerMonthFen ?? null;
  return cap === null ? null : atLeastZero(subtractFen(cap, spentThisMonthFen));
}
