import type { OurSide, PlainDate, TheirSide } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { certificateNumberOf, findPersons, isHere } from './person.store';
import { personKeyOf } from './reconciliation.store';
import { findLastRefunds } from './refund.store';
import type { ReconciliationRunRow, TaxFileLineRow } from './reconciliation-tables';
import type { PremiumPaymentRow } from './tables';
import type { Reader } from './transaction';

export interface Sides {
  readonly ours: readonly OurSide[];
  readonly theirs: readonly TheirSide[];
  readonly neighbours: readonly TheirSide[];
}

/** Both sides of these payments as of a run: the lines of its own file, and for what it does not name the newest of an earlier one. */
export async function findSides(
  reader: Reader,
  deps: CoreDeps,
  ask: { readonly run: ReconciliationRunRow; readonly ids: readonly string[] },
): Promise<Sides> {
  const { run, ids } = ask;
  const ofFile = await reader
    .selectFrom('tax_file_lines')
    .selectAll()
    .where('run_id', '=', run.id)
    .where('payment_id', 'in', [...ids])
    .orderBy('position')
    .execute();
  const named = new Set(ofFile.map((line) => line.payment_id));
  const silent = ids.filter((id) => !named.has(id));
  const earlier = silent.length === 0 ? [] : await newestLines(reader, run.file_date, sql`payment_id = any(${silent}::text[])`);
  const lines = [...ofFile, ...earlier];
  return {
    ours: await findOurs(reader, deps, ids),
    theirs: lines.map(sideOf),
    neighbours: (await findNeighbours(reader, run.file_date, lines)).map(sideOf),
  };
}

/** The last word of the files up to a day on each payment. */
async function newestLines(reader: Reader, until: PlainDate, which: ReturnType<typeof sql>): Promise<readonly TaxFileLineRow[]> {
  const { rows } = await sql<TaxFileLineRow>`select distinct on (payment_id) * from tax_file_lines
     where file_date <= ${until}::date and ${which} order by payment_id, file_date desc, position desc`.execute(reader);
  return rows;
}

/** Other payments that any file ever named for the same person and year. */
async function findNeighbours(reader: Reader, until: PlainDate, lines: readonly TaxFileLineRow[]): Promise<readonly TaxFileLineRow[]> {
  if (lines.length === 0) return [];
  const people = lines.map((line) => line.person_index);
  const { rows } = await sql<{ payment_id: string }>`select distinct payment_id from tax_file_lines
     where person_index in (${sql.join(people)}) and file_date <= ${until}::date`.execute(reader);
  const known = new Set(lines.map((line) => line.payment_id));
  const others = rows.map((row) => row.payment_id).filter((id) => !known.has(id));
  return others.length === 0 ? [] : newestLines(reader, until, sql`payment_id = any(${others}::text[])`);
}

const sideOf = (line: TaxFileLineRow): TheirSide => ({
  paymentId: line.payment_id,
  personKey: line.person_index.toString('hex'),
  year: line.year,
  regionCode: line.region_code,
  amountFen: line.amount_fen,
  taxNumber: line.tax_number,
  state: line.state,
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Those of ours. A file may name ids that are not even of our kind. */
export async function findOwnPayments(reader: Reader, ids: readonly string[]): Promise<readonly PremiumPaymentRow[]> {
  const own = ids.filter((id) => UUID.test(id));
  return own.length === 0 ? [] : reader.selectFrom('premium_payments').selectAll().where('id', '=', anyOf(own)).orderBy('id').execute();
}

async function findOurs(reader: Reader, deps: CoreDeps, ids: readonly string[]): Promise<readonly OurSide[]> {
  const payments = await findOwnPayments(reader, ids);
  const people = await findPersons(
    reader,
    payments.map((payment) => payment.person_id),
  );
  const refunds = await findLastRefunds(
    reader,
    payments.filter(({ state }) => state === 'refunding').map(({ id }) => id),
  );
  return payments.map((payment) => {
    const person = people.get(payment.person_id);
    return {
      paymentId: payment.id,
      personKey: isHere(person) ? personKeyOf(deps, certificateNumberOf(deps, person)).toString('hex') : null,
      year: payment.year,
      regionCode: payment.region_code,
      amountFen: payment.amount_fen,
      taxNumber: payment.tax_number,
      state: payment.state,
      since: refunds.get(payment.id)?.asked_at ?? sinceOf(payment),
      isVoiding: payment.void_requested_at !== null,
    };
  });
}

const sinceOf = (payment: PremiumPaymentRow): Date =>
  payment.closed_at ?? payment.posted_at ?? payment.paid_at ?? payment.applied_at ?? payment.submitted_at;
