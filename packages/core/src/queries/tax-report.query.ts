import {
  addDays,
  type DifferenceKind,
  type DifferenceState,
  type Fen,
  type PlainDate,
  startOfDay,
  type TaxLineState,
} from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { explainDifference, findOpenDifferences } from '../store/difference.store';
import { findRunsOf } from '../store/reconciliation.store';
import { regionNameOf } from '../store/person.store';
import { findOwnPayments } from '../store/tax-file.store';
import { inTransaction } from '../store/transaction';

export interface Sum {
  readonly count: number;
  readonly totalFen: Fen;
}

export interface BatchReport extends Sum {
  readonly regionCode: string;
  readonly regionName: string;
  readonly madeAt: Date;
  readonly doneAt: Date | null;
  readonly paid: Sum;
  readonly refused: Sum;
  /** Sent, and not written down yet. */
  readonly open: Sum;
}

export interface FileReport {
  readonly regionCode: string;
  readonly regionName: string;
  readonly state: 'reading' | 'comparing' | 'done';
  readonly lineCount: number;
  readonly agreeingCount: number;
}

export interface DifferenceReport {
  readonly number: number;
  readonly kind: DifferenceKind;
  readonly foundOn: PlainDate;
  readonly regionName: string;
  /** Ours as people read it out; what the file says where it is none of ours. */
  readonly payment: string;
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly amountFen: Fen;
}

/** What an operator looks at for a day. Names and certificates are not in it. */
export interface TaxReport {
  readonly date: PlainDate;
  readonly batches: readonly BatchReport[];
  readonly files: readonly FileReport[];
  readonly fileTotals: readonly (Sum & { readonly state: TaxLineState })[];
  /** Found by the files of this day, by class and what has become of them. */
  readonly found: readonly (Sum & { readonly kind: DifferenceKind; readonly state: DifferenceState })[];
  /** Of this day and all before it, oldest first. */
  readonly open: readonly DifferenceReport[];
}

export async function readTaxReport(deps: CoreDeps, date: PlainDate): Promise<TaxReport> {
  const runs = await findRunsOf(deps.db, date);
  return {
    date,
    batches: await findBatches(deps, date),
    files: runs.map((run) => ({
      regionCode: run.region_code,
      regionName: regionNameOf(deps, run.region_code),
      state: run.state,
      lineCount: run.line_count,
      agreeingCount: run.agreeing_count,
    })),
    fileTotals: await findFileTotals(deps, date),
    found: await findFound(deps, date),
    open: await findOpen(deps, date),
  };
}

/** An operator looked and says why it may stay. Answers whether there was an open difference of that number. */
export const explainTaxDifference = (deps: CoreDeps, answer: { readonly number: number; readonly reason: string }): Promise<boolean> =>
  inTransaction(deps.db, (tx) => explainDifference(tx, deps, answer));

interface BatchRow {
  region_code: string;
  made_at: Date;
  done_at: Date | null;
  item_count: number;
  total_fen: Fen;
  paid: number;
  paid_fen: Fen;
  refused: number;
  refused_fen: Fen;
  open: number;
  open_fen: Fen;
}

/** Counted from the payments themselves, so that a killed run leaves nothing that does not add up. What was refunded later had been paid. */
async function findBatches(deps: CoreDeps, date: PlainDate): Promise<readonly BatchReport[]> {
  const { rows } = await sql<BatchRow>`select b.region_code, b.made_at, b.done_at, b.item_count, b.total_fen,
      count(p.id) filter (where p.paid_at is not null)::int paid,
      coalesce(sum(p.amount_fen) filter (where p.paid_at is not null), 0)::bigint paid_fen,
      count(p.id) filter (where p.state = 'failed')::int refused,
      coalesce(sum(p.amount_fen) filter (where p.state = 'failed'), 0)::bigint refused_fen,
      count(p.id) filter (where p.state = 'clearing')::int open,
      coalesce(sum(p.amount_fen) filter (where p.state = 'clearing'), 0)::bigint open_fen
    from clearing_batches b left join premium_payments p on p.batch_id = b.id
    where (b.made_at >= ${startOfDay(date)} and b.made_at < ${startOfDay(addDays(date, 1))}) or b.state = 'made'
    group by b.id order by b.made_at, b.id`.execute(deps.db);
  return rows.map((row) => ({
    regionCode: row.region_code,
    regionName: regionNameOf(deps, row.region_code),
    madeAt: row.made_at,
    doneAt: row.done_at,
    count: row.item_count,
    totalFen: row.total_fen,
    paid: { count: row.paid, totalFen: row.paid_fen },
    refused: { count: row.refused, totalFen: row.refused_fen },
    open: { count: row.open, totalFen: row.open_fen },
  }));
}

async function findFileTotals(deps: CoreDeps, date: PlainDate): Promise<TaxReport['fileTotals']> {
  const { rows } = await sql<{
    state: TaxLineState;
    count: number;
    total: Fen;
  }>`select state, count(*)::int count, sum(amount_fen)::bigint total
    from tax_file_lines where run_id in (select id from reconciliation_runs where file_date = ${date}::date) group by state order by state`.execute(
    deps.db,
  );
  return rows.map(({ state, count, total }) => ({ state, count, totalFen: total }));
}

async function findFound(deps: CoreDeps, date: PlainDate): Promise<TaxReport['found']> {
  const { rows } = await sql<{ kind: DifferenceKind; state: DifferenceState; count: number; total: Fen }>`
    select kind, state, count(*)::int count, sum(amount_fen)::bigint total from reconciliation_differences
    where found_on = ${date}::date group by kind, state order by kind, state`.execute(deps.db);
  return rows.map(({ kind, state, count, total }) => ({ kind, state, count, totalFen: total }));
}

async function findOpen(deps: CoreDeps, date: PlainDate): Promise<readonly DifferenceReport[]> {
  const open = await findOpenDifferences(deps.db, date);
  const payments = await findOwnPayments(
    deps.db,
    open.map((row) => row.payment_id),
  );
  const numbers = new Map(payments.map((payment) => [payment.id, payment.number]));
  return open.map((row) => ({
    number: row.number,
    kind: row.kind,
    foundOn: row.found_on,
    regionName: regionNameOf(deps, row.region_code),
    payment: numbers.get(row.payment_id) ?? row.payment_id,
    ours: row.our_value,
    theirs: row.their_value,
    amountFen: row.amount_fen,
  }));
}
