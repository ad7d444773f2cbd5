import { enrolPeople, type ApplyPremium, type ProposeBinding, quotePremium } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, describePerson, newKey, type Person } from './core-lab';
import { TERMS } from './core-steps';
import { bindMany, doAll } from './many';
import { levyKeyOf, YEAR } from './premiums';
import { type Draws, openDraws } from './tampering';

// Families with little money and low caps, in which everybody may pay for two; and what they ask for at one moment. In Shenzhen two may pay for one person, in
// Jinan one may.

const SIZE = 3;
const AROUND = Array.from({ length: SIZE }, (_, index) => index);
const PERSONS = SIZE * 2;

/** What a family is like, before there is anybody in it: the same plan makes the same family twice. */
interface Plan {
  readonly region: 'shenzhen' | 'jinan';
  readonly balances: readonly number[];
  readonly levies: readonly number[];
  readonly monthCaps: readonly (number | null)[];
  readonly sharedLimits: readonly number[];
  readonly wishes: readonly Wish[];
}

/** `quote` and `key` by their place; -1: a quote that is none. */
interface Wish {
  readonly quote: number;
  readonly key: number;
  /** Whoever asks who is not the payer. */
  readonly byWrongPerson: boolean;
}

/** Two quotes for each of the bindings. */
const QUOTES = SIZE * 2 * 2;

export function drawPlan(seed: number): Plan {
  const draws = openDraws(seed * 7_919 + 17);
  const each = <T>(list: readonly T[]): readonly T[] => AROUND.map(() => draws.pick(list));
  const wishes: Wish[] = [];
  const count = 2 + draws.next(20);
  for (let index = 0; index < count; index += 1) wishes.push(drawWish(draws, wishes));
  return {
    region: draws.pick(['shenzhen', 'shenzhen', 'jinan']),
    balances: each([40_000, 60_000, 90_000, 200_000]),
    levies: [...each([15_000, 27_700, 40_000]), ...each([15_000, 40_000])],
    monthCaps: AROUND.flatMap(() => [draws.pick([null, 30_000, 50_000]), draws.pick([null, 40_000])]),
    sharedLimits: each([40_000, 45_000, 70_000, 100_000]),
    wishes,
  };
}

function drawWish(draws: Draws, before: readonly Wish[]): Wish {
  const again = before.length > 0 && draws.next(4) === 0 ? draws.pick(before) : undefined;
  // The same request again, or its key with another wish.
  if (again !== undefined && draws.next(3) > 0) return again;
  return {
    quote: draws.next(15) === 0 ? -1 : draws.next(QUOTES),
    key: again?.key ?? before.length,
    byWrongPerson: draws.next(12) === 0,
  };
}

export interface DrawnFamily {
  readonly plan: Plan;
  readonly payers: readonly Person[];
  readonly requests: readonly ApplyPremium[];
}

/** All families of all plans, a hundred of everything in one transaction. */
export async function raiseFamilies(lab: CoreLab, plans: readonly Plan[]): Promise<readonly DrawnFamily[]> {
  const people = await enrolAll(lab, plans);
  await bindAll(lab, plans, people);
  const quoted = await quoteAll(lab, plans, people);
  return plans.map((plan, index) => {
    const { payers, persons } = people[index] as People;
    const quotes = quoted.slice(index * QUOTES, (index + 1) * QUOTES);
    const keys = plan.wishes.map(newKey);
    const requests = plan.wishes.map(({ quote, key, byWrongPerson }) => {
      const asked = quotes[quote] ?? { quoteId: newKey(), payer: payers[0] as Person };
      return { key: keys[key] ?? '', actorId: (byWrongPerson ? (persons[0] as Person) : asked.payer).personId, quoteId: asked.quoteId };
    });
    return { plan, payers, requests };
  });
}

interface People {
  readonly payers: readonly Person[];
  readonly persons: readonly Person[];
}

async function enrolAll(lab: CoreLab, plans: readonly Plan[]): Promise<readonly People[]> {
  const described = plans.flatMap(({ region, balances }) => {
    const jinan = region === 'jinan';
    const payers = balances.map((balance) =>
      describePerson({
        regionCode: jinan ? '370100' : '440300',
        birthDate: '1981-01-01',
        currentYearFen: 10_000,
        carriedOverFen: balance - 10_000,
      }),
    );
    const where = jinan ? { regionCode: '370100', birthDate: '2015-02-10' } : { regionCode: '441400', birthDate: '1958-05-06' };
    return [...payers, ...Array.from({ length: PERSONS }, () => describePerson({ scheme: 'resident', ...where }))];
  });
  const enrolled = await doAll(lab, enrolPeople, described);
  const all = described.map(({ account: _account, ...rest }, index) => ({ ...rest, personId: enrolled[index]?.personId ?? '' }));
  return plans.map((_plan, index) => {
    const start = index * (SIZE + PERSONS);
    return { payers: all.slice(start, start + SIZE), persons: all.slice(start + SIZE, start + SIZE + PERSONS) };
  });
}

/** Each payer with two persons: the one in the same place and the next, or two of their own. */
const pairsOf = ({ region }: Plan, { payers, persons }: People) =>
  AROUND.flatMap((place) =>
    (region === 'shenzhen' ? [place, (place + 1) % SIZE] : [place * 2, place * 2 + 1]).map((other) => ({
      payer: payers[place] as Person,
      person: persons[other] as Person,
      place,
      other,
    })),
  );

/** Those who bind under the same terms do so together. */
async function bindAll(lab: CoreLab, plans: readonly Plan[], people: readonly People[]): Promise<void> {
  const alike = new Map<string, { readonly terms: Partial<ProposeBinding>; readonly owners: Person[]; readonly relatives: Person[] }>();
  for (const [index, plan] of plans.entries())
    for (const [number, { payer, person, place }] of pairsOf(plan, people[index] as People).entries()) {
      const terms = termsOf(plan, { place, number });
      const group = alike.get(JSON.stringify(terms)) ?? { terms, owners: [], relatives: [] };
      group.owners.push(payer);
      group.relatives.push(person);
      alike.set(JSON.stringify(terms), group);
    }
  for (const { terms, ...pairs } of alike.values()) await bindMany(lab, pairs, terms);
}

function termsOf(plan: Plan, { place, number }: { readonly place: number; readonly number: number }): Partial<ProposeBinding> {
  const cap = plan.monthCaps[number] ?? null;
  const shareFunds = { ...TERMS, capPerMonthFen: cap === null ? null : fen(cap) };
  const jinan = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(plan.sharedLimits[place] ?? 0) } as const;
  return { shareFunds, showCode: null, ...(plan.region === 'jinan' && jinan) };
}

/** A quote that is refused stays a quote that is none. */
async function quoteAll(lab: CoreLab, plans: readonly Plan[], people: readonly People[]) {
  const asked = plans.flatMap((plan, index) =>
    pairsOf(plan, people[index] as People).flatMap(({ payer, person, other }) => {
      lab.tax.setLevy(levyKeyOf({ person }), { amountFen: fen(plan.levies[other] ?? 0) });
      return [payer, payer].map(() => ({
        payer,
        request: { key: newKey(), actorId: payer.personId, personId: person.personId, year: YEAR },
      }));
    }),
  );
  const quoted = [];
  for (let start = 0; start < asked.length; start += 100) {
    const part = asked.slice(start, start + 100);
    const outcomes = await quotePremium(
      lab.deps,
      part.map(({ request }) => request),
    );
    quoted.push(
      ...outcomes.map((outcome, index) => ({
        payer: part[index]?.payer as Person,
        quoteId: outcome.ok ? outcome.value.quoteId : newKey(),
      })),
    );
  }
  return quoted;
}
