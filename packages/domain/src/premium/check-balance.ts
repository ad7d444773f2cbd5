import type { PotBalance } from '../account/shareable';
import { refused } from '../decision';
import type { Check } from '../explain';
import { addFen, fenText } from '../money';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';

interface SponsorBalance {
  readonly pots: readonly PotBalance[];
  /** Of the sponsor's region. */
  readonly policy: RegionPolicy;
}

/** Shanxi pays premiums only from an account whose balance is over a floor; the floor itself may then be spent. */
export const BALANCE_CHECK: Check<SponsorBalance, 'PREMIUM_BALANCE_TOO_LOW'> = {
  title: '代缴的最低余额',
  rule: { kind: 'premiumBalanceOverFen', policy: ({ policy }) => policy },
  refuse: ({ pots, policy }) => {
    const over = policy.rule('premiumBalanceOverFen');
    return over !== undefined && addFen(...pots.map((pot) => pot.balanceFen)) <= over.value
      ? refused('PREMIUM_BALANCE_TOO_LOW', { region: rulingRegion(over), floor: fenText(over.value) })
      : undefined;
  },
  ok: () => '余额够。',
};
