import { type Decision, decidePremiumQuote, errorNextStep, errorText, type PremiumPlan } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { PremiumFacts } from '../facts/premium';
import type { LevyAnswer } from '../outside';
import { cardOf, maskedNameOf, regionNameOf } from '../store/person.store';
import type { LevyView } from './premium-view';
import { ruleReference } from './rule-reference';

interface LevySeen {
  readonly facts: PremiumFacts;
  readonly answer: Extract<LevyAnswer, { found: true }>;
}

/** A levy as the payer sees it, with the reason where it cannot be paid now. */
export function levyView(deps: CoreDeps, { facts, answer }: LevySeen): LevyView {
  const { request, person } = facts;
  const { year, personPolicy } = request;
  const amounts = personPolicy.premiumAmounts(year);
  const window = personPolicy.premiumWindow(year);
  const refusal = refusalOf(decidePremiumQuote(request));
  const state = request.levy?.state ?? answer.state;
  return {
    person: cardOf(deps, person),
    year,
    regionCode: person.region_code,
    regionName: regionNameOf(deps, person.region_code),
    categoryText: answer.categoryText,
    amountFen: answer.amountFen,
    state: state === 'due' && answer.amountFen === 0 ? 'nothing-due' : state,
    payer: state === 'due' ? null : (answer.payer ?? (facts.ourPayer === undefined ? null : maskedNameOf(deps, facts.ourPayer))),
    amountAssumed: amounts?.confidence === 'ASSUMED',
    windowOpensOn: window?.value.opensOn ?? null,
    windowClosesOn: window?.value.closesOn ?? null,
    rules: [amounts, window].filter((rule) => rule !== undefined).map(ruleReference),
    refusedCode: refusal?.code ?? null,
    refusedText: refusal === undefined ? null : errorText(refusal.code, refusal.facts),
    nextStep: refusal === undefined ? null : errorNextStep(refusal.code, refusal.facts),
  };
}

const refusalOf = (decision: Decision<PremiumPlan>) => (decision.ok ? undefined : decision);
