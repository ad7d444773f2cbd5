import { type PotBalance, shareableOf } from '../account/shareable';
import { potOrderOf } from '../account/pot-order';
import { sharedLeft } from '../account/shared-limit';
import type { PlainDate } from '../dates';
import { type CheckResult, explain, type Explanation, lookAt } from '../explain';
import { SHOWING_CHECKS } from '../insurance-code/decide-show';
import { errorNextStep, errorText } from '../errors';
import { type Fen, fenText, ZERO } from '../money';
import type { PersonFacts } from '../person/person';
import { shareableText } from '../policy/rule-text';
import type { RegionPolicy } from '../policy/rules';
import { BALANCE_CHECK } from '../premium/check-balance';
import { PREMIUM_PLACE_CHECKS, premiumYearOn } from '../premium/check-levy';
import type { CounterUse } from '../settlement/counter-checks';
import { SKIP_TEXT, skipNextStep } from '../settlement/skip-reason';
import { explainUse } from '../settlement/use-checks';
import { AT_COUNTER, type Binding, FUND_USE_TEXT, FUND_USES, type FundUse } from './grant';

export interface PairRequest {
  readonly binding: Binding;
  readonly isEnding: boolean;
  readonly owner: PersonFacts;
  readonly relative: PersonFacts;
  readonly ownerPolicy: RegionPolicy;
  /** Of the user's region: in which order a person's sponsors pay. */
  readonly relativePolicy: RegionPolicy;
  /** The owner's pots: what of them can be shared is one of the causes. */
  readonly ownerPots: readonly PotBalance[];
  readonly spentThisMonthFen: Fen;
  readonly sharedLimitFen: Fen | null;
  readonly sharedSpentFen: Fen;
  /** What relatives have paid for the other side at counters lately. */
  readonly counter: CounterUse;
  /** Amounts are the owner's; the other side reads only whether there is something. */
  readonly readerIsOwner: boolean;
  readonly today: PlainDate;
}

/** "Bound, but can it be used?" for showing the code and for each thing the account may pay. */
export function explainPair(request: PairRequest): readonly Explanation[] {
  const { binding, owner, relative, today, readerIsOwner } = request;
  const question = readerIsOwner ? '能不能出示TA的医保码' : 'TA能不能出示我的医保码';
  const asked = { showerId: owner.id, person: relative, binding, today, toPerson: !readerIsOwner };
  const shown = explain({ about: 'show-code', question, checks: SHOWING_CHECKS }, asked);
  return [shown, ...FUND_USES.map((use) => explainFundUse(request, use))];
}

function explainFundUse(request: PairRequest, use: FundUse): Explanation {
  const { binding, owner: sponsor, relative: user, ownerPolicy, today: on, readerIsOwner } = request;
  const counter = AT_COUNTER.includes(use) ? request.counter : undefined;
  const counterLimits = ownerPolicy.rule('counterLimits')?.value;
  const asked = explainUse({ ...request, binding, sponsor, user, use, on, counter, counterLimits }, { policy: ownerPolicy, readerIsOwner });
  const checks = [...asked, ...(use === 'premium' ? premiumChecks(request) : []), shareableCheck(request), ownFirst(request)];
  const question = readerIsOwner ? '帮TA付' : 'TA帮我付';
  return {
    about: use,
    question: `${question}：${FUND_USE_TEXT[use]}`,
    usable: checks.every(({ result }) => result !== 'no'),
    checks,
  };
}

/** What may be shared may still not be taken for a premium: by the place where it is due, or for want of a balance. */
const premiumChecks = ({ relative, relativePolicy, ownerPolicy, ownerPots: pots, today }: PairRequest): readonly CheckResult[] => [
  ...lookAt(PREMIUM_PLACE_CHECKS, { ...relative, policy: relativePolicy, today, year: premiumYearOn(today) }),
  ...lookAt([BALANCE_CHECK], { pots, policy: ownerPolicy }),
];

function shareableCheck({ ownerPolicy, ownerPots: pots, readerIsOwner, sharedLimitFen, sharedSpentFen }: PairRequest): CheckResult {
  const rule = ownerPolicy.rule('shareable');
  const title = '可用于共济的余额';
  if (rule === undefined)
    return {
      title,
      result: 'no',
      code: 'POLICY_NOT_FOUND',
      text: errorText('POLICY_NOT_FOUND'),
      nextStep: errorNextStep('POLICY_NOT_FOUND'),
      rule: null,
    };
  const left = sharedLeft({ limitFen: sharedLimitFen, spentFen: sharedSpentFen });
  const { shareableFen, text: ownText } = shareableOf({ pots, rule: rule.value, potOrder: potOrderOf(ownerPolicy), sharedLeftFen: left });
  // What is frozen is the owner's to see.
  const text = readerIsOwner ? ownText : shareableText(rule.value);
  if (shareableFen <= ZERO)
    return {
      title,
      result: 'no',
      code: 'nothing-shareable',
      text: `${SKIP_TEXT['nothing-shareable']}。${text}`,
      nextStep: skipNextStep('nothing-shareable', readerIsOwner),
      rule,
    };
  const sum = readerIsOwner ? `现有 ${fenText(shareableFen)}。` : '有可以共济的余额。';
  return { title, result: 'ok', code: null, text: `${sum}${text}`, nextStep: null, rule };
}

/** Never in the way, but the reason most often missed: the sponsor's account comes second, and only for what accounts may pay. */
const ownFirst = ({ relative, relativePolicy, readerIsOwner }: PairRequest): CheckResult => ({
  title: '先后顺序',
  result: 'ok',
  code: null,
  text: `${ORDER_SAID[relative.scheme][readerIsOwner ? 'owner' : 'relative']}不属于个人账户支付范围的项目不会扣。`,
  nextStep: null,
  rule: relativePolicy.rule('deductionOrder') ?? null,
});

const ORDER_SAID = {
  employee: { owner: 'TA有自己的个人账户，先扣TA自己的，不够才扣您的。', relative: '您有自己的个人账户，先扣您的，不够才扣TA的。' },
  resident: { owner: 'TA没有个人账户，直接扣您的。', relative: '您没有个人账户，直接扣TA的。' },
} as const;
