import { type Outcome, settle, verifyLedger, type VoidedSettlement, type VoidSettlement, voidSettlement } from '@gongji/core';
import { type CoreLab, type Engine, ENGINES, newKey, openLab } from '../support/core-lab';
import { comparable, type CostlyFamily, raiseCostly, traces } from '../support/costly-families';
import { checkBooks } from '../support/premiums';
import { codeOf, tally } from '../support/races';
import { letCulpritIn, openDraws } from '../support/tampering';

// Costs and their voids in any mix: at once or one after the other they come to the same, and what is voided is as if it had never been taken.

jest.setTimeout(240_000);

const GROUPS: Readonly<Record<Engine, number>> = { postgres: 20, pglite: 4 };
const MET = ['IDEMPOTENCY_KEY_REUSED', 'SETTLEMENT_NOT_FOUND', 'SETTLEMENT_VOIDED', 'done'];

type Ends = readonly Outcome<VoidedSettlement>[];
type InList = <R, V>(command: (requests: readonly R[]) => Promise<readonly V[]>, requests: readonly R[]) => Promise<readonly V[]>;
const together: InList = (command, requests) => command(requests);
const apart: InList = async (command, requests) => {
  const ends = [];
  for (const request of requests) ends.push(...(await command([request])));
  return ends;
};

/** Voids of a family's costs, drawn: by id or by msgid, twice, again under the same key, of what was refused or never sent, of another's. */
function drawVoids(
  lab: CoreLab,
  seed: number,
  settled: readonly { readonly key: string; readonly settlementId: string | null }[],
): VoidSettlement[] {
  const draws = openDraws(seed * 104_729 + 7);
  const voids: VoidSettlement[] = [];
  const count = 2 + draws.next(9);
  for (let n = 0; n < count; n += 1) {
    const again = voids.length > 0 && draws.next(3) === 0 ? draws.pick(voids) : undefined;
    const { key, settlementId } = draws.pick(settled);
    const institutionId = draws.next(8) === 0 ? newKey() : lab.institutionId;
    const which = settlementId === null || draws.next(2) === 0 ? { originalKey: key } : { settlementId };
    if (again !== undefined && draws.next(2) === 0) voids.push(again);
    else voids.push({ institutionId: again?.institutionId ?? institutionId, key: again?.key ?? newKey(), ...which });
  }
  // What nobody knows of an institution that is none cannot be written down either.
  return voids.filter((each) => each.institutionId === lab.institutionId || 'settlementId' in each);
}

const namedByPlace = ({ people }: CostlyFamily, outcomes: Ends) =>
  outcomes.map((outcome) => {
    if (!outcome.ok) return outcome.code;
    const { settlementId, number: _number, legs, voidedAt: _at, ...sums } = outcome.value;
    const place = (id: string): number => people.findIndex(({ personId }) => personId === id);
    return { ...sums, arrived: settlementId !== null, legs: legs.map(({ payerId, own, amountFen }) => [place(payerId), own, amountFen]) };
  });

/** Some costs, some voids, the costs again as far as they can still be paid. */
async function play(lab: CoreLab, seed: number, inList: InList) {
  const family = await raiseCostly(lab, seed);
  const half = Math.ceil(family.requests.length / 2);
  const [early, late] = [family.requests.slice(0, half), family.requests.slice(half)];
  const first = await inList((requests) => settle(lab.deps, requests), early);
  const known = early.map(({ key }, index) => {
    const outcome = first[index];
    return { key, settlementId: outcome?.ok === true ? outcome.value.settlementId : null };
  });
  const voids = await inList((requests) => voidSettlement(lab.deps, requests), drawVoids(lab, seed, known));
  const second = await inList((requests) => settle(lab.deps, requests), late);
  const ends = { first: comparable(family, first), voids: namedByPlace(family, voids), second: comparable(family, second) };
  return { codes: voids.map(codeOf), late: second.map(codeOf), ends, traces: await traces(lab, family) };
}

describe.each(ENGINES)('costs and their voids on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  });
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  it(`come to the same at once as one after the other, ${GROUPS[engine]} times`, async () => {
    const codes: string[] = [];
    for (let seed = 0; seed < GROUPS[engine]; seed += 1) {
      const grouped = await play(lab, seed, together);
      const single = await play(lab, seed, apart);
      codes.push(...grouped.codes);
      expect({ seed, ends: grouped.ends, traces: grouped.traces }).toEqual({ seed, ends: single.ends, traces: single.traces });
    }
    expect(Object.keys(tally(codes))).toEqual(expect.arrayContaining(engine === 'postgres' ? MET : ['done']));
  });

  it('give back what was taken to the last 分, whatever was drawn', async () => {
    const { rows } = await lab.pool.query(
      `select v.settlement_id from settlement_voids v join settlement_legs l on l.settlement_id = v.settlement_id
        left join transfers t on t.subject_id = l.settlement_id and t.holder_id = l.holder_id and t.reason = 'settlement-void'
        group by v.settlement_id, l.position, l.amount_fen having l.amount_fen is distinct from sum(t.amount)`,
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['a void that is not written down', 'delete from settlement_voids where settlement_id is not null'],
    ['a void of which nothing came back', `update transfers set reason = 'refund' where reason = 'settlement-void'`],
    ['more coming back than was taken', `update transfers set amount = amount + 1 where reason = 'settlement-void'`],
    ['money coming back to another pot', `update transfers set to_account_id = gen_random_uuid() where reason = 'settlement-void'`],
    ['a settlement under a msgid that was annulled', 'update settlement_voids set settlement_id = null'],
  ])('are told from %s', async (_name, tampering) => {
    const culprit = await letCulpritIn(lab);
    await culprit.run([tampering]);
    const { faults } = await verifyLedger(culprit.deps);
    await culprit.leave();
    expect(faults.filter(({ kind }) => kind === 'void-unlike-settlement').length).toBeGreaterThan(0);
  });
});
