import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { cardAsOf, findPersons } from '../store/person.store';
import type { Reader } from '../store/transaction';
import { legsNamed } from '../views/legs';
import type { PersonCard } from '../views/person-view';
import type { LevyView, QuotedList, QuoteView } from '../views/premium-view';

/** How a quote names the people in it. What is kept under its key names nobody; when the request comes again, people are named as they are called by then. */
interface QuoteNames {
  readonly card: (kept: PersonCard) => PersonCard;
  readonly nameOf: (personId: string) => string;
}

const NAMELESS: QuoteNames = {
  card: (card) => ({ ...card, maskedName: '', mark: null, maskedCertificate: '', age: 0 }),
  nameOf: () => '',
};

interface AskNames {
  readonly actorId: string;
  readonly personIds: readonly string[];
}

export async function findQuoteNames(reader: Reader, deps: CoreDeps, { actorId, personIds }: AskNames): Promise<QuoteNames> {
  const people = await findPersons(reader, [actorId, ...personIds]);
  const known = await findKnown(reader, deps, [actorId]);
  return {
    card: (kept) => {
      const person = people.get(kept.personId);
      if (person === undefined) return kept;
      // Where they are insured stays as it was quoted: the two may be bound no more.
      const { regionCode, scheme } = kept;
      return { ...cardAsOf(deps, person, { mark: known.markOf(actorId, person.id), regionCode }), scheme };
    },
    nameOf: (personId) => known.nameFor(actorId, people.get(personId)),
  };
}

export const namedQuote = (quote: QuoteView, names: QuoteNames): QuoteView => ({
  ...quote,
  levy: namedLevy(quote.levy, names),
  legs: legsNamed(quote.legs, names.nameOf),
});

export const namedList = ({ items, totalFen }: QuotedList, names: QuoteNames): QuotedList => ({
  items: items.map(({ person, levy, quote, refusal }) => ({
    person: names.card(person),
    levy: levy === null ? null : namedLevy(levy, names),
    quote: quote === null ? null : namedQuote(quote, names),
    refusal,
  })),
  totalFen,
});

export const namelessQuote = (quote: QuoteView): QuoteView => namedQuote(quote, NAMELESS);
export const namelessList = (list: QuotedList): QuotedList => namedList(list, NAMELESS);

/** A levy may have been paid by a third person, whose id the answer does not have: a repeated answer leaves the payer out. */
const namedLevy = (levy: LevyView, names: QuoteNames): LevyView => ({ ...levy, person: names.card(levy.person), payer: null });
