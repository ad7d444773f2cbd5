import { decided, decidePremiumQuote, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { askLevyOfRelative, findPremiumFacts, levyFactsOf } from '../facts/premium';
import type { Command, Outcome } from '../outcome';
import type { LevyAnswer } from '../outside';
import { runOnce } from '../request-lists/run-once';
import type { QuotePremium } from '../requests';
import type { Tx } from '../store/transaction';
import type { QuoteView } from '../views/premium-view';
import { keepQuote } from './keep-quote';
import { findQuoteNames, namedQuote, namelessQuote } from './quote-names';

type Answers = ReadonlyMap<QuotePremium, Outcome<LevyAnswer>>;

/** Asks the tax office what is owed, decides who would pay it and what follows, and keeps that as the thing that can be agreed to. Holds nothing. */
export const quotePremium: Command<QuotePremium, QuoteView> = async (deps, requests) => {
  const answers = await askAll(deps, requests);
  return runOnce<QuotePremium, QuoteView, void>(
    deps,
    {
      kind: 'quote-premium',
      bodyOf: ({ personId, year }) => ({ personId, year }),
      kept: namelessQuote,
      repeat: async (tx, { answer, request: { actorId, personId } }) =>
        decided(namedQuote(answer, await findQuoteNames(tx, deps, { actorId, personIds: [personId] }))),
      lock: async () => undefined,
      act: (tx, request) => quote(tx, deps, { request, answer: answers.get(request) ?? refused('PREMIUM_PERSON_NOT_BOUND') }),
    },
    requests,
  );
};

/** Before the transaction: nobody waits for the tax office while rows are locked. */
async function askAll(deps: CoreDeps, requests: readonly QuotePremium[]): Promise<Answers> {
  const asked = requests.map(async (request) => [request, await askLevyOfRelative(deps, request)] as const);
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
  const known = await findKnown(tx, deps, [actorId]);
  const found = { levy, facts: facts.value, plan: plan.value, bindingId: binding.id, answer: answer.value };
  return decided(await keepQuote(tx, deps, { ...found, known }));
}
