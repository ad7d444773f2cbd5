import { type Outcome, type Settled, settle } from '@gongji/core';
import { type CoreLab, type Engine, ENGINES, openLab } from '../support/core-lab';
import { comparable, raiseCostly, traces } from '../support/costly-families';
import { checkBooks } from '../support/premiums';
import { codeOf, tally } from '../support/races';

// Costs that come at once are one transaction: nobody may see a difference but in speed.

jest.setTimeout(240_000);

const GROUPS: Readonly<Record<Engine, number>> = { postgres: 40, pglite: 6 };
const MET = ['IDEMPOTENCY_KEY_REUSED', 'SETTLEMENT_CASH_NOT_AGREED', 'SETTLEMENT_TOKEN_INVALID', 'done'];

describe.each(ENGINES)('costs that come at once on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  });
  afterEach(() => checkBooks(lab));
  afterAll(() => lab.close());

  it(`come to the same as one after the other, ${GROUPS[engine]} times`, async () => {
    const codes: string[] = [];
    for (let seed = 0; seed < GROUPS[engine]; seed += 1) {
      const [together, apart] = [await raiseCostly(lab, seed), await raiseCostly(lab, seed)];
      const grouped = await settle(lab.deps, together.requests);
      const single: Outcome<Settled>[] = [];
      for (const request of apart.requests) single.push(...(await settle(lab.deps, [request])));
      codes.push(...grouped.map(codeOf));
      expect({ seed, ends: comparable(together, grouped), traces: await traces(lab, together) }).toEqual({
        seed,
        ends: comparable(apart, single),
        traces: await traces(lab, apart),
      });
    }
    // Every rule that one cost makes for another was met, where there were enough of them.
    expect(Object.keys(tally(codes))).toEqual(expect.arrayContaining(engine === 'postgres' ? MET : ['done']));
  });
});
