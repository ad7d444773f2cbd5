import {
  addFen,
  decided,
  type Decision,
  decidePremiumQuotes,
  type PremiumPlan,
  type Refused,
  refused,
  shanghaiDate,
  ZERO,
} from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { askLevyOfRelative, findPremiumFacts, levyFactsOf, type PremiumFacts } from '../facts/premium';
import type { Command, Outcome } from '../outcome';
import type { LevyAnswer } from '../outside';
import type { QuotePremiums } from '../requests';
import { findLiveBinding } from '../store/binding.store';
import { cardOf, findPersons } from '../store/person.store';
import type { PersonRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { levyView } from '../views/levy';
import type { QuotedItem, QuotedList } from '../views/premium-view';
import { refusalView } from '../views/refusal-view';
import { keepQuote } from './keep-quote';
import { runOnce } from './run-once';

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
      scopeOf: ({ actorId, key }) => ({ holderId: actorId, key }),
      bodyOf: ({ personIds, year }) => ({ personIds, year }),
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
  const { actorId, personIds } = request;
  const people = await findPersons(tx, personIds);
  const looked: Looked[] = [];
  for (const personId of personIds) {
    const person = people.get(personId);
    if (person === undefined || (await findLiveBinding(tx, actorId, personId)) === undefined) return refused('PREMIUM_PERSON_NOT_BOUND');
    looked.push(await look(tx, deps, { person, request, answer: answers.get(personId) ?? refused('PREMIUM_PERSON_NOT_BOUND') }));
  }
  const found = looked.flatMap((each) => (each.facts === undefined ? [] : [each.facts]));
  const decisions = decidePremiumQuotes(found.map((facts) => facts.request));
  const planOf = new Map(found.map((facts, index) => [facts, decisions[index]]));
  const items: QuotedItem[] = [];
  for (const each of looked)
    items.push(await itemOf(tx, deps, { ...each, plan: each.facts === undefined ? undefined : planOf.get(each.facts) }));
  return decided({ items, totalFen: addFen(ZERO, ...items.map(({ quote }) => quote?.levy.amountFen ?? ZERO)) });
}

/** One relative with what is known of them; without facts there is the refusal that came instead. */
interface Looked {
  readonly person: PersonRow;
  readonly answer: Outcome<LevyAnswer>;
  readonly facts: PremiumFacts | undefined;
  readonly refusal: Refused | undefined;
}

interface AskOne {
  readonly person: PersonRow;
  readonly request: QuotePremiums;
  readonly answer: Outcome<LevyAnswer>;
}

async function look(tx: Tx, deps: CoreDeps, { person, request: { actorId, year }, answer }: AskOne): Promise<Looked> {
  if (!answer.ok) return { person, answer, facts: undefined, refusal: answer };
  const levy = levyFactsOf(answer.value, year);
  const ask = { payerId: actorId, personId: person.id, year, levy, rulesOn: shanghaiDate(deps.now()) };
  const facts = await findPremiumFacts(tx, deps, ask);
  return facts.ok ? { person, answer, facts: facts.value, refusal: undefined } : { person, answer, facts: undefined, refusal: facts };
}

async function itemOf(
  tx: Tx,
  deps: CoreDeps,
  { person, answer, facts, refusal, plan }: Looked & { readonly plan: Decision<PremiumPlan> | undefined },
): Promise<QuotedItem> {
  const known = facts !== undefined && answer.ok && answer.value.found ? { facts, answer: answer.value } : undefined;
  const shown = {
    person: cardOf(deps, person),
    levy: known === undefined ? null : levyView(deps, plan === undefined ? known : { ...known, decision: plan }),
  };
  const no = refusal ?? (plan?.ok === false ? plan : undefined);
  const [binding, owed] = [facts?.binding, facts?.request.levy ?? null];
  if (no !== undefined) return { ...shown, quote: null, refusal: refusalView(no) };
  if (known === undefined || plan?.ok !== true || binding === undefined || owed === null)
    return { ...shown, quote: null, refusal: refusalView(refused('PREMIUM_NOT_DUE')) };
  const quoted = { ...known, levy: owed, plan: plan.value, bindingId: binding.id };
  return { ...shown, quote: await keepQuote(tx, deps, quoted), refusal: null };
}
