import { sharedLeft } from '../account/shared-limit';
import { fundsGrantOf } from '../binding/grant';
import { type Fen, minFen } from '../money';
import type { GrantUse } from './grant-use';
import { monthCapLeft } from './month-cap';
import type { SkipReason } from './skip-reason';
import { firstSkip } from './use-checks';

export interface UsableGrant {
  readonly usable: true;
  readonly capFen: Fen | null;
  readonly sharedLeftFen: Fen | null;
}
export type GrantUsability = UsableGrant | { readonly usable: false; readonly reason: SkipReason };

/** May this sponsor's account pay for this use today, and at most how much in one payment? Otherwise the first cause that holds. */
export function usableGrant(request: GrantUse): GrantUsability {
  const reason = firstSkip(request);
  if (reason !== undefined) return { usable: false, reason };
  const monthLeft = monthCapLeft(request.binding, request.spentThisMonthFen);
  const sharedLeftFen = sharedLeft({ limitFen: request.sharedLimitFen, spentFen: request.sharedSpentFen });
  return { usable: true, capFen: smallest(fundsGrantOf(request.binding)?.capPerPaymentFen ?? null, monthLeft), sharedLeftFen };
}

/** The one number that `deduct` asks for. */
export const capOf = (usable: UsableGrant): Fen | null => smallest(usable.capFen, usable.sharedLeftFen);

function smallest(...caps: readonly (Fen | null)[]): Fen | null {
  const set = caps.filter((cap): cap is Fen => cap !== null);
  return set.length === 0 ? null : minFen(...set);
}
