import { potOrderOf } from '../account/pot-order';
import { ownPots, type PotBalance, shareableOf } from '../account/shareable';
import type { RegionPolicy } from '../policy/rules';
import type { Payer } from './deduct';
import { capOf, type GrantUse, usableGrant } from './usable-grant';

interface Account {
  readonly payerId: string;
  readonly pots: readonly PotBalance[];
  /** Of the account holder's region. */
  readonly policy: RegionPolicy;
}

/** The person whose cost it is pays from their own account, as far as it reaches and as they chose. */
export function ownPayer({ payerId, pots, policy }: Account, chosen: boolean): Payer {
  return { payerId, own: true, pots: ownPots(pots, potOrderOf(policy)), capFen: null, skip: chosen ? null : 'own-not-chosen' };
}

/** A sponsor pays from what the region lets them share, within the grant; without a rule on sharing nothing is shareable. */
export function sponsorPayer({ payerId, pots, policy }: Account, grantUse: GrantUse): Payer {
  const usable = usableGrant(grantUse);
  const rule = policy.rule('shareable');
  const shareable = rule === undefined ? [] : shareableOf(pots, rule.value, potOrderOf(policy)).pots;
  return { payerId, own: false, pots: shareable, capFen: usable.usable ? capOf(usable) : null, skip: usable.usable ? null : usable.reason };
}
