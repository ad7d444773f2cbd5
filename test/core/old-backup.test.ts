import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  databaseOf,
  type LedgerHead,
  migrate,
  one,
  openPglite,
  readTaxReport,
  runDueJobs,
  settle,
  verifyLedger,
  voidPremium,
  voidSettlement,
} from '@gongji/core';
import { fen, plainDate } from '@gongji/domain';
import { type CoreLab, newKey, openLabOn } from '../support/core-lab';
import { costOf, tokenFor } from '../support/core-steps';
import { applyFor, countMoney, type Family, familyInShenzhen, quoteFor, stateOf } from '../support/premiums';

// The day after a disk was lost: the books are those of an hour before, and everybody outside remembers that hour.

jest.setTimeout(120_000);

const REGION = '441400';

describe('books that were brought back from an old backup', () => {
  let parent: string;
  let lab: CoreLab;
  beforeEach(async () => {
    parent = mkdtempSync(join(tmpdir(), 'gongji-backup-'));
    const pool = await openPglite({ folder: join(parent, 'now'), durable: true });
    await migrate(pool);
    lab = await openLabOn({ pool, url: null, openAgain: () => pool, close: () => pool.end() });
  });
  afterEach(async () => {
    await lab.close();
    rmSync(parent, { recursive: true, force: true });
  });

  const reopen = async (): Promise<void> => {
    const pool = await openPglite({ folder: join(parent, 'now'), durable: true });
    lab = { ...lab, pool, deps: { ...lab.deps, pool, db: databaseOf(pool) }, close: () => pool.end() };
  };
  const backUp = async (): Promise<void> => {
    await lab.close();
    cpSync(join(parent, 'now'), join(parent, 'backup'), { recursive: true });
    await reopen();
  };
  const restore = async (): Promise<void> => {
    await lab.close();
    rmSync(join(parent, 'now'), { recursive: true });
    cpSync(join(parent, 'backup'), join(parent, 'now'), { recursive: true });
    await reopen();
  };
  const lineOf = (paymentId: string) => {
    const { key, taxNumber, amountFen, state } = lab.tax.applications.get(paymentId) ?? never();
    const { certificateNumber, regionCode, year } = key;
    return { paymentId, certificateNumber, regionCode, year, taxNumber, amountFen, state };
  };

  it('say what is missing, take no premium twice and none that was taken back, and show every difference to the tax office', async () => {
    const [first, second]: [Family, Family] = [await familyInShenzhen(lab), await familyInShenzhen(lab)];
    const kept = await applyFor(lab, first);
    await backUp();

    await one(voidPremium)(lab.deps, { key: newKey(), actorId: first.payer.personId, paymentId: kept.paymentId });
    const lost = await applyFor(lab, second);
    const { settlementId } = await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, first.payer), { totalFen: fen(5_000) }));
    const heads: LedgerHead[] = [];
    await verifyLedger(lab.deps, { keep: (head) => heads.push(head) });
    await restore();

    // The books themselves are whole, so only what was kept elsewhere tells that they are old.
    expect(await verifyLedger(lab.deps)).toMatchObject({ faultCount: 0 });
    const { faults } = await verifyLedger(lab.deps, { against: heads });
    expect(new Set(faults.map(({ kind }) => kind))).toEqual(new Set(['kept-entry-missing']));
    expect(await countMoney(lab)).toMatchObject({ frozen: 40_000, taken: 0 });

    // Nobody pays again what the tax office has already: it is asked before.
    await expect(quoteFor(lab, second)).rejects.toMatchObject({ code: 'PREMIUM_ALREADY_APPLIED' });
    expect(await voidSettlement(lab.deps, [{ institutionId: lab.institutionId, key: newKey(), settlementId }])).toMatchObject([
      { code: 'SETTLEMENT_NOT_FOUND' },
    ]);

    lab.tax.files.set(`${REGION}/2026-11-23`, [lineOf(kept.paymentId), lineOf(lost.paymentId)]);
    lab.setClock(new Date('2026-11-24T02:00:00Z'));
    await runDueJobs(lab.deps);
    const { open } = await readTaxReport(lab.deps, plainDate('2026-11-23'));
    expect(open.map(({ kind }) => kind).sort()).toEqual(['state-differs', 'theirs-only']);

    // What was taken back there is not taken here.
    lab.setClock(new Date('2026-11-26T02:00:00Z'));
    await runDueJobs(lab.deps);
    expect(await stateOf(lab, first, kept)).toBe('failed');
    expect(await countMoney(lab)).toMatchObject({ frozen: 0, taken: 0 });
    expect(lab.tax.takenFen()).toBe(0);
  });
});

function never(): never {
  throw new Error('the tax office has no such application');
}
