import type { RuleReference } from '@gongji/contract';
import type { RuleKind } from '@gongji/domain';
import { POLICY } from '@gongji/texts';

const GROUPS = ['binding', 'ending', 'code', 'money', 'premium', 'other'] as const;
type Group = (typeof GROUPS)[number];

const GROUP_OF: Readonly<Record<RuleKind, Group>> = {
  relations: 'binding',
  maxRelatives: 'binding',
  maxRelativesEver: 'binding',
  relationCaps: 'binding',
  maxSponsorsPerUser: 'binding',
  rolesExclusive: 'binding',
  maxBindingsPerMonth: 'binding',
  shareFundsConsent: 'binding',
  papers: 'binding',
  grantEndDate: 'binding',
  shareScope: 'binding',
  minMonthsBeforeEnd: 'ending',
  whoMayEnd: 'ending',
  selfEnding: 'ending',
  maxShown: 'code',
  maxShowers: 'code',
  showCodeConsentFromAge: 'code',
  codeTtlSeconds: 'code',
  offlineCode: 'code',
  shareable: 'money',
  requiredLimits: 'money',
  uses: 'money',
  deductionOrder: 'money',
  maxSponsorsPerSettlement: 'money',
  counterLimits: 'money',
  potOrder: 'money',
  premiumWindow: 'premium',
  premiumAmounts: 'premium',
  premiumClearing: 'premium',
  premiumExcludedGroups: 'premium',
  premiumOnlyInWindow: 'premium',
  premiumBalanceOverFen: 'premium',
  premiumRefund: 'premium',
  waitingPeriod: 'premium',
};

/** A newer server may know a kind that this phone does not: it is shown last, never left out. */
const groupOf = ({ kind }: RuleReference): Group => (GROUP_OF as Readonly<Record<string, Group | undefined>>)[kind] ?? 'other';

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly RuleReference[];
}

export const rulesByGroup = (rules: readonly RuleReference[]): readonly RuleGroup[] =>
  GROUPS.map((group) => ({ title: POLICY.group[group], rules: rules.filter((rule) => groupOf(rule) === group) })).filter(
    ({ rules: found }) => found.length > 0,
  );
