import { potOrderOf } from '../account/pot-order';
import { type PotBalance, shareableOf, spendablePots } from '../account/shareable';
import { setAsideFen, sharedLeft, type SharedLimitFacts } from '../account/shared-limit';
import type { RegionPolicy } from '../policy/rules';
import { dayLeft } from './counter-checks';
import type { Payer } from './deduct';
import type { GrantUse } from './grant-use';
import { capOf, usableGrant } from './usable-grant';

interface Account {
  readonly payerId: string;
  readonly pots: readonly PotBalance[];
  /** Of the account holder's region. */
  readonly policy: RegionPolicy;
  /** The holder's limit for all relatives together. */
  readonly sharedLimit: SharedLimitFacts;
}

/** The person whose cost it is pays from their own account, as far as it reaches and as they chose. */
export function ownPayer({ payerId, pots, policy, sharedLimit }: Account, chosen: boolean): Payer {
  const spendable = spendablePots(pots, potOrderOf(policy), setAsideFen(policy, sharedLimit));
  return { payerId, own: true, pots: spendable, capFen: null, skip: chosen ? null : 'own-not-chosen' };
}

/** A sponsor pays from what the region lets them share, within the grant; without a rule on sharing nothing is shareable. */
export function sponsorPayer(
  { payerId, pots, policy, sharedLimit }: Account,
  grantUse: Omit<GrantUse, 'sharedLimitFen' | 'sharedSpentFen' | 'counterLimits'>,
): Payer {
  const counterLimits = policy.rule('counterLimits')?.value;
  const use = { ...grantUse, counterLimits, sharedLimitFen: sharedLimit.limitFen, sharedSpentFen: sharedLimit.spentFen };
  const usable = usableGrant(use);
  const rule = policy.rule('shareable');
  const shareable =
    rule === undefined
      ? []
      : shareableOf({ pots, rule: rule.value, potOrder: potOrderOf(policy), sharedLeftFen: sharedLeft(sharedLimit) }).pots;
  return {
    payerId,
    own: false,
    pots: shareable,
    capFen: usable.usable ? capOf(usable) : null,
    dayLeftFen: counterLimits === undefined || use.counter === undefined ? null : dayLeft(counterLimits, use.counter),
    skip: usable.usable ? null : usable.reason,
  };
}
