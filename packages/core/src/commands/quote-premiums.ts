import { addFen, decided, decidePremiumQuote, type Refused, refused, shanghaiDate, stands, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { askLevyOfRelative, levyFactsOf, openPremiumBook, type PremiumBook } from '../facts/premium';
import type { Command, Outcome } from '../outcome';
import type { LevyAnswer } from '../outside';
import { runOnce } from '../request-lists/run-once';
import type { QuotePremiums } from '../requests';
import { findLiveBindings, pairName } from '../store/binding.store';
import { findAccounts } from '../store/ledger.store';
import { cardOf, findPersons } from '../store/person.store';
import type { Tx } from '../store/transaction';
import { levyView } from '../views/levy';
import type { QuotedItem, QuotedList } from '../views/premium-view';
import { refusalView } from '../views/refusal-view';
import { keepQuote } from './keep-quote';
import { findQuoteNames, namedList, namelessList } from './quote-names';

type Answers = ReadonlyMap<string, Outcome<LevyAnswer>>;

/**
 * Quotes for several relatives that see each other's sums. Somebody who cannot be paid for says why and leaves the others; the whole is refused only
 * where it names somebody one is not bound to. The tax office is asked before the transaction, about all at once.
 */
export const quotePremiums: Command<QuotePremiums, QuotedList> = async (deps, requests) => {
  const answers = new Map<QuotePremiums, Answers>();
  for (const request of requests) answers.set(request, await askAll(deps, request));
  return runOnce<QuotePremiums, QuotedList, void>(
    deps,
    {
      kind: 'quote-premiums',
      bodyOf: ({ personIds, year }) => ({ personIds, year }),
      kept: namelessList,
      repeat: async (tx, { answer, request: { actorId, personIds } }) =>
        decided(namedList(answer, await findQuoteNames(tx, deps, { actorId, personIds }))),
      lock: async () => undefined,
      act: (tx, request) => quoteAll(tx, deps, { request, answers: answers.get(request) ?? new Map() }),
    },
    requests,
  );
};

async function askAll(deps: CoreDeps, { actorId, personIds, year }: QuotePremiums): Promise<Answers> {
  const asked = personIds.map(async (personId) => [personId, await askLevyOfRelative(deps, { actorId, personId, year })] as const);
  return new Map(await Promise.all(asked));
}

interface Ask {
  readonly request: QuotePremiums;
  readonly answers: Answers;
}

async function quoteAll(tx: Tx, deps: CoreDeps, { request, answers }: Ask): Promise<Outcome<QuotedList>> {
  const { actorId, personIds, year } = request;
  const asks = personIds.map((personId) => ({ payerId: actorId, personId, year }));
  const people = await findPersons(tx, personIds);
  const bindings = await findLiveBindings(tx, asks);
  const standsWith = (personId: string) => {
    const binding = bindings.get(pairName({ ownerId: actorId, relativeId: personId }));
    return binding !== undefined && stands(binding.state);
  };
  const bound = personIds.every((personId) => people.has(personId) && standsWith(personId));
  if (!bound) return refused('PREMIUM_PERSON_NOT_BOUND');
  const book = await openPremiumBook(tx, deps, { asks, accounts: await findAccounts(tx, [actorId]) });
  const known = await findKnown(tx, deps, [actorId]);
  const items: QuotedItem[] = [];
  for (const ask of asks) {
    const person = people.get(ask.personId);
    const answer = answers.get(ask.personId) ?? refused('PREMIUM_PERSON_NOT_BOUND');
    if (person === undefined) continue;
    const card = cardOf(deps, person, known.markOf(actorId, person.id));
    items.push({ person: card, ...(await quoteOne(tx, deps, { ask, answer, book, known })) });
  }
  return decided({ items, totalFen: addFen(ZERO, ...items.map(({ quote }) => quote?.levy.amountFen ?? ZERO)) });
}

interface AskOne {
  readonly ask: { readonly payerId: string; readonly personId: string; readonly year: number };
  readonly answer: Outcome<LevyAnswer>;
  readonly book: PremiumBook;
  readonly known: Known;
}

/** What it takes is taken in the book, so that those after it see it. */
async function quoteOne(tx: Tx, deps: CoreDeps, { ask, answer, book, known }: AskOne): Promise<Omit<QuotedItem, 'person'>> {
  if (!answer.ok) return refusedItem(answer);
  const levy = levyFactsOf(answer.value, ask.year);
  const facts = book.find({ ...ask, levy, rulesOn: shanghaiDate(deps.now()) });
  if (!facts.ok) return refusedItem(facts);
  const decision = decidePremiumQuote(facts.value.request);
  const { binding, person } = facts.value;
  if (!answer.value.found || levy === null || binding === undefined)
    return refusedItem(decision.ok ? refused('PREMIUM_NOT_DUE') : decision);
  const found = { facts: facts.value, answer: answer.value, known };
  if (!decision.ok) return { ...refusedItem(decision), levy: levyView(deps, { ...found, decision }) };
  const plan = decision.value;
  const quote = await keepQuote(tx, deps, { ...found, levy, plan, bindingId: binding.id });
  book.take({ payerId: ask.payerId, bindingId: binding.id, levy: { ...ask, regionCode: person.region_code }, legs: plan.legs });
  return { levy: quote.levy, quote, refusal: null };
}

const refusedItem = (refusal: Refused): Omit<QuotedItem, 'person'> => ({ levy: null, quote: null, refusal: refusalView(refusal) });
