import { validText } from '../binding/check-terms';
import { FUND_USE_TEXT, fundsGrantOf, type Grant } from '../binding/grant';
import { isLive } from '../binding/states';
import { errorNextStep, errorText } from '../errors';
import type { CheckResult } from '../explain';
import { subtractFen } from '../money';
import { isInsured, sameProvince } from '../person/person';
import type { CounterLimitsRule } from '../policy/counter-limits-rule';
import type { RegionPolicy, RuleKind } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';
import { type CounterUse, dayBar, frequencyBar, institutionBar } from './counter-checks';
import { SKIP_TEXT, skipNextStep, type SkipReason } from './skip-reason';
import type { GrantUse } from './grant-use';
import { monthCapLeft } from './month-cap';

interface UseCheck {
  readonly title: string;
  /** The rule of the sponsor's region behind it. */
  readonly rule?: RuleKind;
  /** Asked only of a switch that is open: its terms say nothing where it is not. */
  readonly ofTerms?: true;
  /** Asked only of a cost at a counter, and where the region limits those. */
  readonly atCounter?: true;
  readonly fails: (use: GrantUse) => SkipReason | undefined;
  /** One sentence where it does not stand in the way. */
  readonly ok: (use: GrantUse, readerIsOwner: boolean) => string;
}

const fundsOf = ({ binding }: GrantUse): Grant | undefined => fundsGrantOf(binding);
const isOpen = (use: GrantUse): boolean => use.binding.state !== 'ended' && isLive(fundsOf(use)?.state ?? 'ended');
const limited = ({ counter, counterLimits }: GrantUse): boolean => counter !== undefined && counterLimits !== undefined;
const applies = ({ ofTerms, atCounter }: UseCheck, use: GrantUse): boolean =>
  (ofTerms === undefined || isOpen(use)) && (atCounter === undefined || limited(use));

interface CounterCheck {
  readonly bar: (limits: CounterLimitsRule, use: CounterUse) => SkipReason | undefined;
  readonly ok: string;
}

/** A limit against misuse: asked where there is one, of costs at a counter only. */
function counterCheck(title: string, { bar, ok }: CounterCheck): UseCheck {
  const fails = ({ counter, counterLimits }: GrantUse): SkipReason | undefined =>
    counter === undefined || counterLimits === undefined ? undefined : bar(counterLimits, counter);
  return { title, rule: 'counterLimits', atCounter: true, fails, ok: () => ok };
}

/** What stands between a sponsor's account and a cost, in the order in which it is told. The deduction stops at the first; the explanation tells all. */
export const USE_CHECKS: readonly UseCheck[] = [
  {
    title: '开关',
    fails: (use) => {
      const grant = fundsOf(use);
      if (grant === undefined) return 'not-active';
      if (!isOpen(use)) return 'ended';
      if (grant.state === 'paused') return 'paused';
      if (grant.state !== 'active') return 'not-active';
      return use.isEnding === true ? 'ending' : undefined;
    },
    ok: (_, readerIsOwner) => (readerIsOwner ? '“用我的个人账户帮TA付”已打开。' : '“由TA的个人账户帮我付”已打开。'),
  },
  {
    title: '起止日期',
    ofTerms: true,
    fails: (use) => {
      const grant = fundsOf(use);
      if (grant !== undefined && use.on < grant.startsOn) return 'not-started';
      return grant !== undefined && grant.endsOn !== null && use.on > grant.endsOn ? 'past-end' : undefined;
    },
    ok: (use) => validText(fundsOf(use)?.endsOn ?? null),
  },
  {
    title: '勾选的用途',
    rule: 'uses',
    ofTerms: true,
    fails: (use) => (fundsOf(use)?.uses.includes(use.use) === true ? undefined : 'use-not-ticked'),
    ok: () => '这项用途已勾选。',
  },
  {
    title: '共济人的个人账户',
    fails: ({ sponsor }) => {
      if (sponsor.scheme !== 'employee') return 'no-account';
      return isInsured(sponsor) ? undefined : 'sponsor-not-insured';
    },
    ok: (_, readerIsOwner) => `${readerIsOwner ? '您' : 'TA'}的职工医保参保正常。`,
  },
  {
    title: '参保地',
    rule: 'shareScope',
    fails: ({ sponsor, user }) => (sameProvince(sponsor.regionCode, user.regionCode) ? undefined : 'outside-province'),
    ok: () => '双方在同一个省参保。',
  },
  {
    title: '每月限额',
    ofTerms: true,
    fails: ({ binding, spentThisMonthFen }) => (monthCapLeft(binding, spentThisMonthFen) === 0 ? 'month-cap-used' : undefined),
    ok: (use) => ((fundsOf(use)?.capPerMonthFen ?? null) === null ? '不设每月限额。' : '本月限额还没有用完。'),
  },
  {
    title: '全体亲属共用限额',
    rule: 'requiredLimits',
    fails: ({ sharedLimitFen, sharedSpentFen }) =>
      sharedLimitFen !== null && subtractFen(sharedLimitFen, sharedSpentFen) <= 0 ? 'shared-limit-used' : undefined,
    ok: ({ sharedLimitFen }) => (sharedLimitFen === null ? '不设共用限额。' : '共用限额还没有用完。'),
  },
  counterCheck('可以用的机构', { bar: institutionBar, ok: '看病买药的定点机构里可以用。' }),
  counterCheck('结算次数', { bar: frequencyBar, ok: '1 小时内和今天的次数还没有到上限。' }),
  counterCheck('当天的金额', { bar: dayBar, ok: '今天的金额还没有用完。' }),
];

/** The first cause that holds. */
export function firstSkip(use: GrantUse): SkipReason | undefined {
  for (const check of USE_CHECKS) {
    const reason = applies(check, use) ? check.fails(use) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

interface Reader {
  readonly policy: RegionPolicy;
  /** The sponsor reads it, or the relative. */
  readonly readerIsOwner: boolean;
}

/** The same checks, all of them told. */
export const explainUse = (use: GrantUse, { policy, readerIsOwner }: Reader): readonly CheckResult[] =>
  USE_CHECKS.filter((check) => applies(check, use)).map(({ title, rule: kind, fails, ok }) => {
    const reason = fails(use);
    const rule = kind === undefined ? null : (policy.rule(kind) ?? null);
    if (reason === undefined) return { title, result: 'ok', code: null, text: ok(use, readerIsOwner), nextStep: null, rule };
    return { title, result: 'no', ...(notListed(use, policy, reason) ?? skipSaid(reason, readerIsOwner)), rule };
  });

type Refusal = Pick<CheckResult, 'code' | 'text' | 'nextStep'>;

const skipSaid = (reason: SkipReason, readerIsOwner: boolean): Refusal => ({
  code: reason,
  text: `${SKIP_TEXT[reason]}。`,
  nextStep: skipNextStep(reason, readerIsOwner),
});

/** Nobody can tick what the region does not list. */
function notListed({ use }: GrantUse, policy: RegionPolicy, reason: SkipReason): Refusal | undefined {
  const listed = policy.rule('uses');
  if (reason !== 'use-not-ticked' || listed?.value.includes(use) === true) return undefined;
  const code = 'BINDING_USE_NOT_ALLOWED';
  const facts = { region: listed === undefined ? policy.regionName : rulingRegion(listed), use: FUND_USE_TEXT[use] };
  return { code, text: errorText(code, facts), nextStep: errorNextStep(code, facts) };
}
