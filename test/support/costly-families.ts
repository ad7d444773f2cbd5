import { type Settle, type settle } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, type Person } from './core-lab';
import { bind, costOf, inboxOf, TERMS, tokenFor, withoutNumber } from './core-steps';
import { type Draws, openDraws } from './tampering';

// Families with little money and low caps, and more costs than they can pay, for tests that compare two ways to the same end.

type Ends = Awaited<ReturnType<typeof settle>>;

export interface CostlyFamily {
  readonly people: readonly Person[];
  readonly requests: readonly Settle[];
}

/**
 * Two sponsors and two parents with little money and low caps, and more costs than they can pay. In Guangdong both pay for both; in Jinan one pays for one, under
 * a limit for all. The same seed makes the same family twice.
 */
export async function raiseCostly(lab: CoreLab, seed: number): Promise<CostlyFamily> {
  const draws = openDraws(seed * 7_919 + 29);
  const jinan = draws.next(3) === 0;
  const where = jinan ? { regionCode: '370100' } : {};
  const sponsors: Person[] = [];
  const parents = [await enrolParent(lab, where), await enrolParent(lab, where)];
  for (let n = 0; n < 2; n += 1) {
    const account = { currentYearFen: jinan ? 3_000 : draws.pick([0, 500, 3_000]), carriedOverFen: draws.pick([300, 900, 2_500]) };
    sponsors.push(await enrol(lab, { ...where, ...account }));
  }
  for (const [place, sponsor] of sponsors.entries()) {
    // Who bound first pays first.
    lab.setClock(new Date(MONDAY.getTime() + place * 1_000));
    for (const parent of jinan ? parents.slice(place, place + 1) : parents) {
      const cap = jinan ? null : draws.pick([null, 700, 1_500]);
      const limit = jinan ? { sharedLimitFen: fen(draws.pick([600, 1_800])) } : {};
      await bind(lab, sponsor, parent, { ...limit, shareFunds: { ...TERMS, capPerMonthFen: cap === null ? null : fen(cap) } });
    }
  }
  const tokens = [];
  for (const person of [...parents, ...parents, ...sponsors]) tokens.push(await tokenFor(lab, person));
  const requests: Settle[] = [];
  const count = 2 + draws.next(9);
  for (let n = 0; n < count; n += 1) requests.push(draw(lab, draws, { tokens, before: requests }));
  return { people: [...sponsors, ...parents], requests };
}

/** A token may come twice, a request may come again, and a key with another cost. */
function draw(
  lab: CoreLab,
  draws: Draws,
  { tokens, before }: { readonly tokens: readonly string[]; readonly before: readonly Settle[] },
): Settle {
  const again = before.length > 0 && draws.next(6) === 0 ? draws.pick(before) : undefined;
  if (again !== undefined && draws.next(2) === 0) return again;
  const totalFen = fen(draws.pick([200, 700, 1_300, 2_600]));
  return costOf(lab, draws.pick(tokens), {
    key: again?.key ?? newKey(),
    totalFen,
    cashFen: draws.pick([fen(0), fen(0), totalFen]),
    accountUse: draws.pick(['own-and-shared', 'own-and-shared', 'own', 'none']),
  });
}

/** Ids differ from family to family: people are named by their place. */
export const comparable = ({ people }: CostlyFamily, outcomes: Ends) =>
  outcomes.map((outcome) => {
    if (!outcome.ok) return outcome;
    const { settlementId: _id, number: _number, legs, ...sums } = outcome.value;
    const place = (id: string): number => people.findIndex(({ personId }) => personId === id);
    return { ...sums, legs: legs.map(({ payerId, amountFen, skippedText }) => ({ payer: place(payerId), amountFen, skippedText })) };
  });

/** What everybody has, how it came to it, and what they were told, in their order. */
export const traces = ({ deps, pool }: CoreLab, { people }: CostlyFamily) =>
  Promise.all(
    people.map(async ({ personId }) => {
      const { rows } = await pool.query(
        `select a.pot, a.balance, e.account_version, t.kind, t.request_id, e.amount from accounts a
           left join entries e on e.account_id = a.id left join transfers t on t.id = e.transfer_id
          where a.holder_id = $1 order by a.pot, e.account_version`,
        [personId],
      );
      const told = (await inboxOf(deps, personId)).flatMap(({ text }) => /结算.*/.exec(withoutNumber(text)) ?? []);
      return { rows, told };
    }),
  );
