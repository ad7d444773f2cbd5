import { explainPlan, type LevyFacts, type PremiumPlan } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Known } from '../facts/known';
import type { PremiumFacts } from '../facts/premium';
import type { LevyAnswer } from '../outside';
import { saveQuote } from '../store/quote.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { instant } from '../views/instant';
import { legViews } from '../views/legs';
import { levyView } from '../views/levy';
import type { QuoteView } from '../views/premium-view';
import { ruleReference } from '../views/rule-reference';

/** The price of the tax office and the rules of the day stand this long. */
const QUOTE_MINUTES = 10;

export interface Quoted {
  readonly levy: LevyFacts;
  readonly facts: PremiumFacts;
  readonly plan: PremiumPlan;
  readonly bindingId: string;
  readonly answer: Extract<LevyAnswer, { found: true }>;
  readonly known: Known;
}

/** Keeps what was decided as the thing that can be agreed to. Holds nothing. */
export async function keepQuote(tx: Tx, deps: CoreDeps, quoted: Quoted): Promise<QuoteView> {
  const view = quoteView(deps, quoted);
  const { levy, facts, plan, bindingId, answer } = quoted;
  const { payer, person, request } = facts;
  const { benefit, clearingWay, voidableUntil, amountFen, policyVersion } = plan;
  await saveQuote(tx, {
    id: view.quoteId,
    payerId: payer.id,
    personId: person.id,
    bindingId,
    year: request.year,
    regionCode: person.region_code,
    amountFen,
    policyVersion,
    levy: { ...levy, categoryText: answer.categoryText },
    terms: { benefitStartsOn: benefit.startsOn, clearingWay, voidableUntil },
    madeAt: deps.now(),
    expiresAt: new Date(view.expiresAt),
  });
  const actor = { kind: 'person', id: payer.id } as const;
  await writeAudit(tx, deps, [{ holderId: payer.id, actor, action: 'premium-quoted', subjectId: view.quoteId }]);
  return view;
}

function quoteView(deps: CoreDeps, { facts, answer, known, plan }: Quoted): QuoteView {
  const { clearingText, whatHappens, rules } = explainPlan(facts.request, plan);
  return {
    quoteId: deps.newId(),
    expiresAt: instant(new Date(deps.now().getTime() + QUOTE_MINUTES * 60_000)),
    policyVersion: plan.policyVersion,
    levy: levyView(deps, { facts, answer, known }),
    legs: legViews(plan.legs, (payerId) => known.nameFor(facts.payer.id, payerId === facts.payer.id ? facts.payer : undefined)),
    benefitStartsOn: plan.benefit.startsOn,
    waitingMonths: plan.benefit.waitingMonths,
    waitingText: plan.benefit.text,
    waitingSteps: [...plan.benefit.steps],
    clearingText,
    voidableUntil: plan.voidableUntil,
    whatHappens: whatHappens.map((step) => ({ ...step, at: null, done: false })),
    shareableAfterFen: plan.shareableAfterFen,
    capPerPaymentFen: plan.capPerPaymentFen,
    monthLeftAfterFen: plan.monthLeftAfterFen,
    rules: rules.map(ruleReference),
  };
}
