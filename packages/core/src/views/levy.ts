import {
  type Decision,
  decidePremiumQuote,
  type ErrorCode,
  errorNextStep,
  errorText,
  type PremiumPlan,
  type RegionRule,
  type RuleKind,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Known } from '../facts/known';
import type { PremiumFacts } from '../facts/premium';
import type { LevyAnswer } from '../outside';
import { cardOf, regionNameOf } from '../store/person.store';
import type { LevyView } from './premium-view';
import { ruleReference } from './rule-reference';

interface LevySeen {
  readonly facts: PremiumFacts;
  readonly answer: Extract<LevyAnswer, { found: true }>;
  /** With the payer among the readers. */
  readonly known: Known;
  /** What was decided together with others; without it, what is decided for this one alone. */
  readonly decision?: Decision<PremiumPlan>;
}

/** A levy as the payer sees it, with the reason where it cannot be paid now. */
export function levyView(deps: CoreDeps, { facts, answer, known, decision }: LevySeen): LevyView {
  const { request, payer, person } = facts;
  const { year, personPolicy } = request;
  const amounts = personPolicy.premiumAmounts(year);
  const window = personPolicy.premiumWindow(year);
  const refusal = refusalOf(decision ?? decidePremiumQuote(request));
  const state = request.levy?.state ?? answer.state;
  return {
    person: cardOf(deps, person, known.markOf(payer.id, person.id)),
    year,
    regionCode: person.region_code,
    regionName: regionNameOf(deps, person.region_code),
    categoryText: answer.categoryText,
    amountFen: answer.amountFen,
    state: state === 'due' && answer.amountFen === 0 ? 'nothing-due' : state,
    payer: state === 'due' ? null : (answer.payer ?? (facts.ourPayer === undefined ? null : known.nameFor(payer.id, facts.ourPayer))),
    ownPaymentId: state === 'due' ? null : facts.ownPaymentId,
    amountAssumed: amounts?.confidence === 'ASSUMED',
    windowOpensOn: window?.value.opensOn ?? null,
    windowClosesOn: window?.value.closesOn ?? null,
    rules: [amounts, window, ...rulesBehind(facts, refusal?.code)].filter((rule) => rule !== undefined).map(ruleReference),
    refusedCode: refusal?.code ?? null,
    refusedText: refusal === undefined ? null : errorText(refusal.code, refusal.facts),
    nextStep: refusal === undefined ? null : errorNextStep(refusal.code, refusal.facts),
  };
}

const refusalOf = (decision: Decision<PremiumPlan>) => (decision.ok ? undefined : decision);

/** The rules a refusal rests on: of the account where it is about money, of the place of insurance where it is about the premium. */
const BEHIND: { readonly [C in ErrorCode]?: { readonly of: 'sponsor' | 'person'; readonly kinds: readonly RuleKind[] } } = {
  PREMIUM_GROUP_EXCLUDED: { of: 'person', kinds: ['premiumExcludedGroups'] },
  PREMIUM_WINDOW_NOT_OPEN: { of: 'person', kinds: ['premiumOnlyInWindow'] },
  PREMIUM_WINDOW_CLOSED: { of: 'person', kinds: ['premiumOnlyInWindow'] },
  PREMIUM_BALANCE_TOO_LOW: { of: 'sponsor', kinds: ['premiumBalanceOverFen'] },
  PREMIUM_NOT_ENOUGH_BALANCE: { of: 'sponsor', kinds: ['shareable'] },
  PREMIUM_OVER_SHARED_LIMIT: { of: 'sponsor', kinds: ['shareable', 'requiredLimits'] },
};

function rulesBehind({ request }: PremiumFacts, code: ErrorCode | undefined): readonly (RegionRule | undefined)[] {
  const behind = code === undefined ? undefined : BEHIND[code];
  if (behind === undefined) return [];
  const policy = behind.of === 'sponsor' ? request.sponsorPolicy : request.personPolicy;
  return behind.kinds.map((kind) => policy.rule(kind));
}
