import type { CheckResult } from '../explain';
import { subtractFen } from '../money';
import { sameProvince } from '../person/person';
import type { RegionPolicy, RuleKind } from '../policy/rules';
import type { GrantUse } from './usable-grant';
import { SKIP_NEXT_STEP, SKIP_TEXT, type SkipReason } from './skip-reason';

interface UseCheck {
  readonly title: string;
  /** The rule of the sponsor's region behind it. */
  readonly rule?: RuleKind;
  readonly fails: (use: GrantUse) => SkipReason | undefined;
  /** null: nothing to say where it does not stand in the way. */
  readonly ok: (use: GrantUse) => string | null;
}

const fundsOf = ({ binding }: GrantUse) => binding.grants.find((grant) => grant.kind === 'share-funds');

/** What stands between a sponsor's account and a cost, in the order in which it is told. The deduction stops at the first; the explanation tells all. */
export const USE_CHECKS: readonly UseCheck[] = [
  {
    title: '开关',
    fails: (use) => {
      const grant = fundsOf(use);
      if (grant === undefined) return 'not-active';
      if (use.binding.state === 'ended' || grant.state === 'ended') return 'ended';
      if (grant.state === 'paused') return 'paused';
      return grant.state === 'active' ? undefined : 'not-active';
    },
    ok: () => '“用我的个人账户帮TA付”已打开。',
  },
  {
    title: '起止日期',
    fails: (use) => {
      const grant = fundsOf(use);
      if (grant !== undefined && use.on < grant.startsOn) return 'not-started';
      return grant !== undefined && grant.endsOn !== null && use.on > grant.endsOn ? 'past-end' : undefined;
    },
    ok: (use) => {
      const endsOn = fundsOf(use)?.endsOn ?? null;
      return endsOn === null ? '长期有效。' : `有效到 ${endsOn}（含当天）。`;
    },
  },
  {
    title: '勾选的用途',
    rule: 'uses',
    fails: (use) => (fundsOf(use)?.uses.includes(use.use) === true ? undefined : 'use-not-ticked'),
    ok: () => '这项用途已勾选。',
  },
  {
    title: '共济人的个人账户',
    fails: ({ sponsor }) => {
      if (sponsor.scheme !== 'employee') return 'no-account';
      return sponsor.insuranceState === 'normal' ? undefined : 'sponsor-not-insured';
    },
    ok: () => '共济人的职工医保参保正常。',
  },
  {
    title: '参保地',
    rule: 'shareScope',
    fails: ({ sponsor, user }) => (sameProvince(sponsor.regionCode, user.regionCode) ? undefined : 'outside-province'),
    ok: () => '双方在同一个省参保。',
  },
  {
    title: '每月限额',
    fails: (use) => {
      const cap = fundsOf(use)?.capPerMonthFen ?? null;
      return cap !== null && subtractFen(cap, use.spentThisMonthFen) <= 0 ? 'month-cap-used' : undefined;
    },
    ok: (use) => ((fundsOf(use)?.capPerMonthFen ?? null) === null ? '不设每月限额。' : '本月限额还没有用完。'),
  },
  {
    title: '全体亲属共用的限额',
    rule: 'requiredLimits',
    fails: ({ sharedLimitFen, sharedSpentFen }) =>
      sharedLimitFen !== null && subtractFen(sharedLimitFen, sharedSpentFen) <= 0 ? 'shared-limit-used' : undefined,
    ok: ({ sharedLimitFen }) => (sharedLimitFen === null ? '不设共用限额。' : '共用限额还没有用完。'),
  },
];

/** The same checks, all of them told. */
export const explainUse = (use: GrantUse, policy: RegionPolicy): readonly CheckResult[] =>
  USE_CHECKS.map(({ title, rule: kind, fails, ok }) => {
    const reason = fails(use);
    const rule = kind === undefined ? null : (policy.rule(kind) ?? null);
    if (reason !== undefined)
      return { title, result: 'no', code: reason, text: `${SKIP_TEXT[reason]}。`, nextStep: SKIP_NEXT_STEP[reason], rule };
    return { title, result: 'ok', code: null, text: ok(use) ?? '', nextStep: null, rule };
  });
