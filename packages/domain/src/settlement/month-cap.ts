import type { Grant } from '../binding/grant';
import { atLeastZero, type Fen, subtractFen } from '../money';

/** What is left this calendar month of a binding's cap on the money that is shared; null: there is no cap. */
export function monthCapLeft({ grants }: { readonly grants: readonly Grant[] }, spentThisMonthFen: Fen): Fen | null {
  const cap = grants.find((grant) => grant.kind === 'share-funds')?.capPerMonthFen ?? null;
  return cap === null ? null : atLeastZero(subtractFen(cap, spentThisMonthFen));
}
