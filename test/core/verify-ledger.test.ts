import { ledgerReportText, type LedgerFault, type LedgerHead, verifyLedger } from '@gongji/core';
import { type CoreLab, type Engine, openLab } from '../support/core-lab';
import { fillBooks } from '../support/mixed-books';
import { type Culprit, letCulpritIn, openDraws, TAMPERINGS, type Tampering } from '../support/tampering';

// Everything that could be done to the books by whoever owns the database and has no key, and that the check finds all of it and blames the right rows. A
// miss of none in N tries bounds the rate of misses by about 3/N.

jest.setTimeout(300_000);

const SEED = 20_261_123;
const SIZES: Readonly<Record<Engine, { readonly families: number; readonly times: number }>> = {
  postgres: { families: 24, times: 40 },
  pglite: { families: 4, times: 2 },
};

const namesIt = ({ accountId, transferId }: LedgerFault, { accounts, transfers }: Tampering): boolean =>
  accounts.includes(accountId ?? '') || transfers.includes(transferId ?? '');
/** A fault of a settlement, a payment or a person names no account; the sum of everything names nobody. */
const isElsewhere = (fault: LedgerFault, tampering: Tampering): boolean =>
  (fault.accountId !== undefined || fault.transferId !== undefined) && !namesIt(fault, tampering);

describe.each(['postgres', 'pglite'] as const)('the check of the ledger on %s', (engine) => {
  const { families, times } = SIZES[engine];
  let lab: CoreLab;
  let culprit: Culprit;
  beforeAll(async () => {
    lab = await openLab(engine);
    await fillBooks(lab, families);
  });
  afterAll(() => lab.close());

  it('finds nothing in books that nobody touched', async () => {
    const report = await verifyLedger(lab.deps);
    expect(ledgerReportText(report)).toContain('没有发现问题');
    const { rows } = await lab.pool.query<{ reason: string; kind: string; count: number }>(
      'select reason, kind, count(*)::int from transfers group by 1, 2',
    );
    expect(rows.map(({ reason, kind }) => `${reason} ${kind}`).sort()).toEqual([
      'opening posted',
      'premium-hold pending',
      'premium-paid post-pending',
      'premium-released void-pending',
      'settlement posted',
      'settlement-void posted',
    ]);
    expect(report.transfers).toBe(rows.reduce((sum, { count }) => sum + count, 0));
    expect(report).toMatchObject({ faultCount: 0, faults: [], accounts: 2 * families });
  });

  describe('of books that somebody touched', () => {
    beforeAll(async () => {
      culprit = await letCulpritIn(lab);
    });
    afterAll(() => culprit.leave());

    it.each(Object.entries(TAMPERINGS))(`finds who would %s, ${times} times`, async (_name, make) => {
      const draws = openDraws(SEED);
      let done = 0;
      const missed: unknown[] = [];
      while (done < times) {
        const tampering = make(draws, culprit.books);
        const before = await fingerprint(culprit);
        await culprit.run(tampering.sql);
        // A draw that changed nothing is no tampering.
        if ((await fingerprint(culprit)) !== before) {
          done += 1;
          const { faults } = await verifyLedger(culprit.deps);
          const found = faults.some((fault) => namesIt(fault, tampering) || fault.subjectId !== undefined);
          if (!found || faults.some((fault) => isElsewhere(fault, tampering))) missed.push({ tampering, faults });
        }
        await culprit.undo();
      }
      expect(missed).toEqual([]);
    });

    it('sees what was cut off with all that it was for only beside the heads that were kept elsewhere', async () => {
      const kept: LedgerHead[] = [];
      await verifyLedger(culprit.deps, { keep: (head) => kept.push(head) });
      expect(kept.map(({ accountId }) => accountId)).toEqual(kept.map(({ accountId }) => accountId).sort());
      const { sql, ends } = await newestSettlement(culprit);
      await culprit.run(sql);
      expect(await verifyLedger(culprit.deps)).toMatchObject({ faultCount: 0 });
      const { faults } = await verifyLedger(culprit.deps, { against: kept });
      expect(faults).toEqual(ends.map((end) => ({ kind: 'kept-entry-missing', ...end })));
      await culprit.undo();
      expect(await verifyLedger(culprit.deps, { against: kept })).toMatchObject({ faultCount: 0 });
    });
  });
});

describe('the check of the ledger', () => {
  let lab: CoreLab;
  let culprit: Culprit;
  beforeAll(async () => {
    lab = await openLab('postgres');
    await fillBooks(lab, 4);
    culprit = await letCulpritIn(lab);
  });
  afterEach(() => culprit.undo());
  afterAll(async () => {
    await culprit.leave();
    await lab.close();
  });

  const PAYMENT = '(select id from premium_payments order by id limit 1)';
  const SHARED = '(select id from settlements where shared_fen > 0 order by id limit 1)';
  it.each([
    ['who paid a premium', `update premium_payments set holder_id = gen_random_uuid() where id = ${PAYMENT}`],
    ['whom a premium is for', `update premium_payments set person_id = gen_random_uuid() where id = ${PAYMENT}`],
    ['where a premium went', `update premium_payments set region_code = '110000' where id = ${PAYMENT}`],
    ['what a premium cost', `update premium_payments set amount_fen = amount_fen + 1 where id = ${PAYMENT}`],
    ['a settlement’s patient', `update settlements set holder_id = gen_random_uuid() where id = ${SHARED}`],
    ['a settlement’s institution', `update settlements set institution_id = gen_random_uuid() where id = ${SHARED}`],
    ['what accounts paid', `update settlements set account_fen = account_fen + 1, total_fen = total_fen + 1 where id = ${SHARED}`],
    ['what relatives paid', `update settlements set shared_fen = shared_fen - 1 where id = ${SHARED}`],
    ['that there was a settlement', `delete from settlements where id = ${SHARED}`],
    ['who paid a share', `update settlement_legs set holder_id = gen_random_uuid() where settlement_id = ${SHARED}`],
    ['what somebody’s share was', `update settlement_legs set amount_fen = amount_fen + 1 where settlement_id = ${SHARED}`],
    ['that there was a void', 'delete from settlement_voids where id = (select id from settlement_voids limit 1)'],
  ])('finds who would change %s in what the money was for', async (_what, sql) => {
    await culprit.run([sql]);
    const { faults } = await verifyLedger(culprit.deps);
    expect(faults.map(({ subjectId }) => typeof subjectId)).toContain('string');
  });
});

/**
 * How to take out, as if it had never been, the newest settlement that all its accounts end with, and which entries
 * those are.
 */
async function newestSettlement({ deps }: Culprit): Promise<{
  readonly sql: readonly string[];
  readonly ends: readonly { readonly accountId: string; readonly version: number }[];
}> {
  const client = await deps.pool.connect();
  const { rows } = await client.query<{ settlement: string; account: string; first: number; last: number }>(`
    select t.subject_id settlement, e.account_id account, min(e.account_version)::int first, max(e.account_version)::int last
      from transfers t join entries e on e.transfer_id = t.id join accounts a on a.id = e.account_id
     where a.kind = 'personal' and t.subject_id = (
       select t.subject_id from transfers t join entries e on e.transfer_id = t.id join accounts a on a.id = e.account_id
        where t.reason = 'settlement' and a.kind = 'personal'
          and t.subject_id not in (select subject_id from transfers where reason = 'settlement-void')
        group by 1 having count(distinct a.id) = count(distinct a.id) filter (where e.account_version = a.version)
        order by max(e.id) desc limit 1)
     group by 1, 2 order by 2`);
  const [settlement] = rows.map((row) => row.settlement);
  const setBack = rows.map(
    ({ account, first }) => `update accounts a set version = ${first - 1}, balance = e.balance_before, frozen = e.frozen_before,
       chain_head = (select hash from entries where account_id = a.id and account_version = ${first - 1})
      from entries e where e.account_id = a.id and e.account_version = ${first} and a.id = '${account}'`,
  );
  const moved = `(select id from transfers where subject_id = '${settlement}')`;
  return {
    sql: [
      ...setBack,
      `delete from entries where transfer_id in ${moved}`,
      `delete from transfers where subject_id = '${settlement}'`,
      `delete from settlement_legs where settlement_id = '${settlement}'`,
      `delete from settlements where id = '${settlement}'`,
    ],
    ends: rows.map(({ account, last }) => ({ accountId: account, version: last })),
  };
}

async function fingerprint({ deps }: Culprit): Promise<string> {
  const client = await deps.pool.connect();
  const { rows } = await client.query<{ text: string }>(`select md5(string_agg(row, ',' order by row)) text from (
    select e::text row from entries e union all select t::text from transfers t union all select a::text from accounts a) r`);
  return rows[0]?.text ?? '';
}
