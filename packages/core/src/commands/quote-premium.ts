import { decided, decidePremiumQuote, type PremiumPlan, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { askLevy, findPremiumFacts, levyFactsOf, type PremiumFacts } from '../facts/premium';
import type { Command, Outcome } from '../outcome';
import type { LevyAnswer } from '../outside';
import type { QuotePremium } from '../requests';
import { findLiveBinding } from '../store/binding.store';
import { findPerson } from '../store/person.store';
import { saveQuote, type StoredQuote } from '../store/quote.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';
import { instant } from '../views/instant';
import { legViews } from '../views/legs';
import { levyView } from '../views/levy';
import type { QuoteView } from '../views/premium-view';
import { ruleReference } from '../views/rule-reference';
import { runOnce } from './run-once';

/** The price of the tax office and the rules of the day stand this long. */
const QUOTE_MINUTES = 10;

type Answers = ReadonlyMap<QuotePremium, Outcome<LevyAnswer>>;

/** Asks the tax office what is owed, decides who would pay it and what follows, and keeps that as the thing that can be agreed to. Holds nothing. */
export const quotePremium: Command<QuotePremium, QuoteView> = async (deps, requests) => {
  const answers = await askAll(deps, requests);
  return runOnce<QuotePremium, QuoteView, void>(
    deps,
    {
      kind: 'quote-premium',
      scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
      bodyOf: ({ personId, year }) => ({ personId, year }),
      lock: async () => undefined,
      act: (tx, request) => quote(tx, deps, { request, answer: answers.get(request) ?? refused('PREMIUM_PERSON_NOT_BOUND') }),
    },
    requests,
  );
};

/** Before the transaction: nobody waits for the tax office while rows are locked. Only about people one is bound to. */
async function askAll(deps: CoreDeps, requests: readonly QuotePremium[]): Promise<Answers> {
  const asked = requests.map(async (request): Promise<readonly [QuotePremium, Outcome<LevyAnswer>]> => {
    const person = await findPerson(deps.db, request.personId);
    const binding = await findLiveBinding(deps.db, request.actorId, request.personId);
    if (person === undefined || binding === undefined) return [request, refused('PREMIUM_PERSON_NOT_BOUND')];
    return [request, await askLevy(deps, person, request.year)];
  });
  return new Map(await Promise.all(asked));
}

interface Ask {
  readonly request: QuotePremium;
  readonly answer: Outcome<LevyAnswer>;
}

async function quote(tx: Tx, deps: CoreDeps, { request: { actorId, personId, year }, answer }: Ask): Promise<Outcome<QuoteView>> {
  if (!answer.ok) return answer;
  const levy = levyFactsOf(answer.value, year);
  const facts = await findPremiumFacts(tx, deps, { payerId: actorId, personId, year, levy, rulesOn: shanghaiDate(deps.now()) });
  if (!facts.ok) return facts;
  const plan = decidePremiumQuote(facts.value.request);
  if (!plan.ok) return plan;
  const { binding } = facts.value;
  if (!answer.value.found || levy === null || binding === undefined) return refused('PREMIUM_PERSON_NOT_BOUND');
  const view = quoteView(deps, { facts: facts.value, answer: answer.value, plan: plan.value });
  await save(tx, deps, {
    view,
    levy: { ...levy, categoryText: answer.value.categoryText },
    facts: facts.value,
    plan: plan.value,
    bindingId: binding.id,
  });
  return decided(view);
}

interface Quoted {
  readonly view: QuoteView;
  readonly levy: StoredQuote['levy'];
  readonly facts: PremiumFacts;
  readonly plan: PremiumPlan;
  readonly bindingId: string;
}

async function save(tx: Tx, deps: CoreDeps, { view, levy, facts, plan, bindingId }: Quoted): Promise<void> {
  const { payer, person, request } = facts;
  const { benefit, clearingWay, amountFen, policyVersion } = plan;
  await saveQuote(tx, {
    id: view.quoteId,
    payerId: payer.id,
    personId: person.id,
    bindingId,
    year: request.year,
    regionCode: person.region_code,
    amountFen,
    policyVersion,
    levy,
    terms: { benefitStartsOn: benefit.startsOn, clearingWay },
    madeAt: deps.now(),
    expiresAt: new Date(view.expiresAt),
  });
  const actor = { kind: 'person', id: payer.id } as const;
  await writeAudit(tx, deps, [{ holderId: payer.id, actor, action: 'premium-quoted', subjectId: view.quoteId }]);
}

interface Answered {
  readonly facts: PremiumFacts;
  readonly answer: Extract<LevyAnswer, { found: true }>;
  readonly plan: PremiumPlan;
}

function quoteView(deps: CoreDeps, { facts, answer, plan }: Answered): QuoteView {
  return {
    quoteId: deps.newId(),
    expiresAt: instant(new Date(deps.now().getTime() + QUOTE_MINUTES * 60_000)),
    policyVersion: plan.policyVersion,
    levy: levyView(deps, { facts, answer }),
    legs: legViews(deps, plan.legs, new Map([[facts.payer.id, facts.payer]])),
    benefitStartsOn: plan.benefit.startsOn,
    waitingMonths: plan.benefit.waitingMonths,
    waitingText: plan.benefit.text,
    clearingText: plan.clearingText,
    voidableUntil: plan.voidableUntil,
    whatHappens: plan.whatHappens.map((step) => ({ text: step.text, at: null, expectedOn: step.expectedOn, done: false })),
    shareableAfterFen: plan.shareableAfterFen,
    rules: plan.rules.map(ruleReference),
  };
}
