import { applyPremium, resolvePremiums } from '@gongji/core';
import { fen } from '@gongji/domain';
import { type CoreLab, openLab } from '../support/core-lab';
import { bindMany, doAll, enrolMany, enrolParents, quoteMany } from '../support/many';
import { applyFor, checkBooks, familyInShenzhen, stateOf } from '../support/premiums';

// Everything that was paid at a month's end is looked at for the treasury at the same time, and again every few hours.

/** As many as are looked at in one round. */
const ROUND = 500;

jest.setTimeout(120_000);

let lab: CoreLab;
beforeAll(async () => {
  lab = await openLab('postgres', 8);
});
afterAll(() => checkBooks(lab));
afterAll(() => lab.close());

it('that many looks for the treasury are due keeps nobody’s payment without an answer', async () => {
  const jinan = { regionCode: '370100' };
  const payers = await enrolMany(lab, ROUND, { ...jinan, birthDate: '1981-01-01' });
  const persons = await enrolParents(lab, ROUND, { ...jinan, birthDate: '2015-02-10' });
  const terms = { relation: 'child', guardianStatement: true, sharedLimitFen: fen(1_000_000) } as const;
  await bindMany(lab, { owners: payers, relatives: persons }, terms);
  const paid = await doAll(lab, applyPremium, await quoteMany(lab, payers, persons));
  expect(new Set(paid.map(({ state }) => state))).toEqual(new Set(['paid']));

  lab.setClock(new Date('2026-11-23T10:00:00Z'));
  const family = await familyInShenzhen(lab);
  lab.tax.fail('apply', 'lost-answer');
  const payment = await applyFor(lab, family);
  expect(payment.state).toBe('unknown');
  lab.setClock(new Date('2026-11-23T10:01:01Z'));
  expect(await resolvePremiums(lab.deps)).toBe(ROUND + 1);
  expect(await stateOf(lab, family, payment)).toBe('applied');
});
