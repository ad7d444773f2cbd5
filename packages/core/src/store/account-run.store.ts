import { type Fen, type Month, monthAt } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { AccountRunRow } from './tables';
import type { Reader, Tx } from './transaction';

/** A run through all accounts, by what it is for. */
export type RunName = Pick<AccountRunRow, 'kind' | 'period'>;
export const creditRun = (month: Month): RunName => ({ kind: 'credit', period: month });
export const switchRun = (year: number): RunName => ({ kind: 'year-switch', period: String(year) });
/** What a run writes in an account is named after it: once an account, whatever is repeated. */
export const requestIdOf = ({ kind, period }: RunName): string => `${kind}/${period}`;

export const findRun = (reader: Reader, { kind, period }: RunName): Promise<AccountRunRow | undefined> =>
  reader.selectFrom('account_runs').selectAll().where('kind', '=', kind).where('period', '=', period).executeTakeFirst();

export async function findFinishedMonths(reader: Reader): Promise<ReadonlySet<string>> {
  const query = reader.selectFrom('account_runs').select('period').where('kind', '=', 'credit').where('finished_at', 'is not', null);
  return new Set((await query.execute()).map((row) => row.period));
}

/** Before everything else in the lock order; begins the run where nobody has. */
export async function lockRun(tx: Tx, deps: CoreDeps, { kind, period }: RunName): Promise<AccountRunRow> {
  const now = deps.now();
  const fresh = { kind, period, cursor: '', done_count: 0, passed_count: 0, amount: 0, started_at: now, moved_at: now };
  await tx
    .insertInto('account_runs')
    .values({ ...fresh, finished_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const query = tx.selectFrom('account_runs').selectAll().where('kind', '=', kind).where('period', '=', period);
  return query.forNoKeyUpdate().executeTakeFirstOrThrow();
}

export interface RunStep {
  readonly cursor: string;
  readonly amounts: readonly Fen[];
  readonly passed: number;
  /** Nothing comes after this page. */
  readonly last: boolean;
}

/** The run is locked. */
export async function stepRun(
  tx: Tx,
  deps: CoreDeps,
  { run, step }: { readonly run: AccountRunRow; readonly step: RunStep },
): Promise<void> {
  const now = deps.now();
  await tx
    .updateTable('account_runs')
    .set({
      cursor: step.cursor,
      done_count: run.done_count + step.amounts.length,
      passed_count: run.passed_count + step.passed,
      amount: step.amounts.reduce((sum, amountFen) => sum + amountFen, run.amount),
      moved_at: now,
      finished_at: step.last ? now : null,
    })
    .where('kind', '=', run.kind)
    .where('period', '=', run.period)
    .execute();
}

/** The month of the oldest account: what was credited up to it is in the balances that accounts opened with. */
export async function findFirstMonth(reader: Reader): Promise<Month | undefined> {
  const query = reader.selectFrom('accounts').select('opened_at').where('kind', '=', 'personal').orderBy('opened_at').limit(1);
  const oldest = await query.executeTakeFirst();
  return oldest && monthAt(oldest.opened_at);
}

/** Those of these people whose accounts were opened before that moment. */
export async function findHoldersBefore(reader: Reader, holderIds: readonly string[], moment: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ holder_id: string }>`
    select distinct holder_id from accounts
     where kind = 'personal' and holder_id = any(${holderIds}::uuid[]) and opened_at < ${moment}`.execute(reader);
  return new Set(rows.map((row) => row.holder_id));
}

/** In the order of ids, after the last one seen. */
export async function findNextHolders(
  reader: Reader,
  { after, before, limit }: { readonly after: string; readonly before: Date; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ holder_id: string }>`
    select holder_id from accounts where kind = 'personal' and pot = 'currentYear' and opened_at < ${before}
       and (${after} = '' or holder_id > nullif(${after}, '')::uuid) order by holder_id limit ${limit}`.execute(reader);
  return rows.map((row) => row.holder_id);
}

/** Those of these people in whose accounts a movement of this name stands that is about themselves. */
export async function findMoved(reader: Reader, holderIds: readonly string[], requestId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ holder_id: string }>`
    select t.holder_id from transfers t
     where t.subject_id = any(${holderIds}::uuid[]) and t.holder_id = t.subject_id and t.request_id = ${requestId}`.execute(reader);
  return new Set(rows.map((row) => row.holder_id));
}

export async function findOpenings(reader: Reader, accountIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await reader.selectFrom('accounts').select(['id', 'opened_at']).where('id', '=', anyOf(accountIds)).execute();
  return new Map(rows.map((row) => [row.id, row.opened_at]));
}
