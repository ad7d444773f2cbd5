import { addDays, type PlainDate, startOfDay } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { DailyFileLine, DailyFilePage } from '../outside';
import { clearingAccountId, taxAccount } from './ledger.store';
import type { ReconciliationRunRow } from './reconciliation-tables';
import { blindIndex } from './sealing';
import type { Reader, Tx } from './transaction';

const TAX_ACCOUNT = taxAccount('');

interface TaxRegion {
  readonly regionCode: string;
  /** When its first premium was held. */
  readonly openedAt: Date;
  /** The last day whose file was asked for. */
  readonly lastDate: PlainDate | null;
}

/** Where premiums were ever paid, by the tax office's accounts: few rows, so that looking every few seconds costs nothing. */
export async function findTaxRegions(reader: Reader): Promise<readonly TaxRegion[]> {
  const rows = await reader
    .selectFrom('accounts')
    .select(['name', 'opened_at'])
    .where('kind', '=', 'clearing')
    .where('name', 'like', `${TAX_ACCOUNT}%`)
    .orderBy('name')
    .execute();
  const last = await reader
    .selectFrom('reconciliation_runs')
    .select(['region_code', ({ fn }) => fn.max('file_date').as('last')])
    .groupBy('region_code')
    .execute();
  const lastOf = new Map(last.map((row) => [row.region_code, row.last]));
  return rows.map(({ name, opened_at: openedAt }) => {
    const regionCode = (name ?? '').slice(TAX_ACCOUNT.length);
    return { regionCode, openedAt, lastDate: lastOf.get(regionCode) ?? null };
  });
}

/** A run that is there stays as it is. */
export async function openRun(
  tx: Tx,
  deps: CoreDeps,
  { regionCode, date }: { readonly regionCode: string; readonly date: PlainDate },
): Promise<void> {
  const now = deps.now();
  await tx
    .insertInto('reconciliation_runs')
    .values({
      id: deps.newId(),
      holder_id: clearingAccountId(taxAccount(regionCode)),
      region_code: regionCode,
      file_date: date,
      state: 'reading',
      cursor: null,
      compared_after: '',
      line_count: 0,
      agreeing_count: 0,
      try_from: now,
      started_at: now,
      done_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Oldest day first: what a later file says is compared on top of it. */
export const findOpenRuns = (reader: Reader, before: Date | null): Promise<ReconciliationRunRow[]> => {
  const open = reader.selectFrom('reconciliation_runs').selectAll().where('state', '<>', 'done');
  const due = before === null ? open : open.where('try_from', '<=', before);
  return due.orderBy('file_date').orderBy('region_code').execute();
};

export const findRunsOf = (reader: Reader, date: PlainDate): Promise<ReconciliationRunRow[]> =>
  reader.selectFrom('reconciliation_runs').selectAll().where('file_date', '=', date).orderBy('region_code').execute();

export const findRun = (reader: Reader, id: string): Promise<ReconciliationRunRow> =>
  reader.selectFrom('reconciliation_runs').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const lockRun = (tx: Tx, id: string): Promise<ReconciliationRunRow> =>
  tx.selectFrom('reconciliation_runs').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirstOrThrow();

export async function changeRun(tx: Tx, { id, ...change }: Partial<ReconciliationRunRow> & { readonly id: string }): Promise<void> {
  await tx.updateTable('reconciliation_runs').set(change).where('id', '=', id).execute();
}

export const personKeyOf = (deps: CoreDeps, certificateNumber: string): Buffer => blindIndex(deps, 'tax-file', certificateNumber);

/** A page and the place in the file are one transaction. */
export async function savePage(
  tx: Tx,
  deps: CoreDeps,
  { run, page }: { readonly run: ReconciliationRunRow; readonly page: DailyFilePage },
): Promise<void> {
  if (page.lines.length > 0)
    await tx
      .insertInto('tax_file_lines')
      .values(page.lines.map((line, index) => rowOf(deps, run, { line, index })))
      .execute();
  const line_count = run.line_count + page.lines.length;
  if (page.nextCursor !== null) return changeRun(tx, { id: run.id, line_count, cursor: page.nextCursor });
  await settleSubjects(tx, run);
  await changeRun(tx, { id: run.id, line_count, cursor: null, state: 'comparing' });
}

const rowOf = (deps: CoreDeps, run: ReconciliationRunRow, { line, index }: { readonly line: DailyFileLine; readonly index: number }) => ({
  holder_id: run.holder_id,
  run_id: run.id,
  position: run.line_count + index,
  file_date: run.file_date,
  payment_id: line.paymentId,
  tax_number: line.taxNumber,
  person_index: personKeyOf(deps, line.certificateNumber),
  year: line.year,
  region_code: line.regionCode,
  amount_fen: line.amountFen,
  state: line.state,
});

/** What the file names, what stepped with us on that day, and what differed before. */
async function settleSubjects(
  tx: Tx,
  { id, holder_id: holder, region_code: region, file_date: date }: ReconciliationRunRow,
): Promise<void> {
  const [from, to] = [startOfDay(date), startOfDay(addDays(date, 1))];
  await sql`insert into reconciliation_subjects (holder_id, run_id, payment_id)
    select ${holder}::uuid, ${id}::uuid, payment_id from tax_file_lines where run_id = ${id}
    union select ${holder}::uuid, ${id}::uuid, p.id::text from premium_payments p where p.region_code = ${region} and p.tax_number is not null
      and ((p.applied_at >= ${from} and p.applied_at < ${to}) or (p.paid_at >= ${from} and p.paid_at < ${to})
        or (p.posted_at >= ${from} and p.posted_at < ${to}) or (p.closed_at >= ${from} and p.closed_at < ${to}))
    union select ${holder}::uuid, ${id}::uuid, d.payment_id from reconciliation_differences d where d.region_code = ${region} and d.state <> 'resolved'`.execute(
    tx,
  );
}

export async function findSubjects(reader: Reader, run: ReconciliationRunRow, most: number): Promise<readonly string[]> {
  const left = reader.selectFrom('reconciliation_subjects').select('payment_id').where('run_id', '=', run.id);
  return (await left.where('payment_id', '>', run.compared_after).orderBy('payment_id').limit(most).execute()).map((row) => row.payment_id);
}
