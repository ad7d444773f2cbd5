import { type ClearingWay, mayStepPremium, OPEN_PREMIUM_STATES, type PremiumReason, type PremiumState, startOfDay } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { insertRows } from './insert-rows';
import type { PremiumPaymentRow } from './tables';
import type { Reader, Tx } from './transaction';

export interface LevyPlace {
  readonly personId: string;
  readonly year: number;
  readonly regionCode: string;
}

export const levyName = ({ personId, year, regionCode }: LevyPlace): string => `premium/${personId}/${year}/${regionCode}`;

/**
 * One at a time per person, year and place, in a fixed order, after the bindings and before the accounts. The unique index would refuse the second
 * anyway; the lock lets it wait and then say why.
 */
export async function lockLevies(tx: Tx, places: readonly LevyPlace[]): Promise<void> {
  const names = [...new Set(places.map(levyName))].sort();
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as l (name)`.execute(tx);
}

export interface LivePayment {
  /** null: taken in this very list, and not written yet. */
  readonly id: string | null;
  readonly state: PremiumState;
  readonly payerId: string;
}

/** The payments of these people and years that are open or paid, whoever pays: one for each place at the most; by `levyName`. */
export async function findLivePayments(
  reader: Reader,
  asks: readonly Omit<LevyPlace, 'regionCode'>[],
): Promise<ReadonlyMap<string, LivePayment>> {
  const { rows } = await sql<Pick<PremiumPaymentRow, 'id' | 'person_id' | 'year' | 'region_code' | 'state' | 'holder_id'>>`
    select p.id, p.person_id, p.year, p.region_code, p.state, p.holder_id
      from unnest(${asks.map(({ personId }) => personId)}::uuid[], ${asks.map(({ year }) => year)}::int[]) as l (person_id, year),
      lateral (select * from premium_payments p where p.person_id = l.person_id and p.year = l.year
                  and p.state not in ('voided', 'failed', 'refunded') offset 0) p`.execute(reader);
  return new Map(
    rows.map(({ id, person_id: personId, year, region_code: regionCode, state, holder_id: payerId }) => [
      levyName({ personId, year, regionCode }),
      { id, state, payerId },
    ]),
  );
}

/** Of these quotes, those that became a payment: it has the quote's id. */
export async function findUsedQuotes(reader: Reader, quoteIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (quoteIds.length === 0) return new Set();
  const rows = await reader.selectFrom('premium_payments').select('id').where('id', '=', anyOf(quoteIds)).execute();
  return new Set(rows.map(({ id }) => id));
}

/** Just held: what else there is to a payment comes later. */
export type NewPayment = Omit<
  PremiumPaymentRow,
  'tax_number' | 'batch_id' | 'void_requested_at' | 'applied_at' | 'clearing_at' | 'paid_at' | 'posted_at' | 'closed_at'
>;

export const saveNewPayments = (tx: Tx, rows: readonly NewPayment[]): Promise<number> => insertRows(tx, 'premium_payments', { rows });

export const findOpenPayments = (reader: Reader, bindingIds: readonly string[]) =>
  reader
    .selectFrom('bindings as b')
    .innerJoin('premium_payments as p', (join) => join.onRef('p.holder_id', '=', 'b.holder_id').onRef('p.binding_id', '=', 'b.id'))
    .select(['p.id', 'p.binding_id', 'p.holder_id', 'p.state'])
    .select(['p.voidable_until', 'p.void_requested_at', 'p.next_check_at', 'p.clears_from', 'p.clears_by'])
    .where('b.id', '=', anyOf(bindingIds))
    .where('p.state', 'in', [...OPEN_PREMIUM_STATES])
    .execute();

/** Of this payer: an answer or money is still to come. */
export const findUnderWay = (reader: Reader, holderId: string) =>
  reader
    .selectFrom('premium_payments')
    .select(['id', 'person_id', 'holder_id', 'state', 'voidable_until', 'void_requested_at', 'next_check_at'])
    .where('holder_id', '=', holderId)
    .where('state', 'in', [...OPEN_PREMIUM_STATES, 'refunding'])
    .orderBy('id')
    .execute();

export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PremiumPaymentRow>> {
  if (ids.length === 0) return new Map();
  const query = tx.selectFrom('premium_payments').selectAll().where('id', '=', anyOf(ids)).orderBy('id');
  return new Map((await query.forNoKeyUpdate().execute()).map((row) => [row.id, row]));
}

export async function findPayments(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PremiumPaymentRow>> {
  const rows = await reader.selectFrom('premium_payments').selectAll().where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export const findPayment = (reader: Reader, id: string): Promise<PremiumPaymentRow | undefined> =>
  reader.selectFrom('premium_payments').selectAll().where('id', '=', id).executeTakeFirst();

export interface AskPayments {
  readonly personId: string;
  /** Missing: all. */
  readonly year?: number | undefined;
}

export const findPaymentsOfPayer = (reader: Reader, ask: AskPayments) => paymentsWhere(reader, 'holder_id', ask);

/** Those by others for this person: nobody pays for themself. */
export const findPaymentsFor = (reader: Reader, ask: AskPayments) => paymentsWhere(reader, 'person_id', ask);

/** Newest first. */
function paymentsWhere(reader: Reader, side: 'holder_id' | 'person_id', { personId, year }: AskPayments) {
  const query = reader.selectFrom('premium_payments').selectAll().where(side, '=', personId);
  const ofYear = year === undefined ? query : query.where('year', '=', year);
  return ofYear.orderBy('submitted_at', 'desc').orderBy('id').execute();
}

export interface PaymentStep extends Partial<PremiumPaymentRow> {
  readonly state: PremiumState;
  readonly reason: PremiumReason;
}

/** Writes one step of locked payments. A step that the table does not list is a bug, here as in the database. */
export async function stepPayments(
  tx: Tx,
  deps: CoreDeps,
  { payments, step }: { readonly payments: readonly PremiumPaymentRow[]; readonly step: PaymentStep },
): Promise<void> {
  for (const { state } of payments) checkStep(state, step);
  await tx
    .updateTable('premium_payments')
    .set({ ...step, changed_at: deps.now() })
    .where('id', '=', anyOf(payments.map((payment) => payment.id)))
    .execute();
}

function checkStep(from: PremiumState, { state, reason }: PaymentStep): void {
  if (!mayStepPremium(from, reason, state)) throw new Error(`a payment may not go from ${from} to ${state} by ${reason}`);
}

export interface Accepted {
  readonly payment: PremiumPaymentRow;
  readonly taxNumber: string;
}

/** The tax office has these applications, each under a number of its own. Answers the payments as they are then. */
export async function stepAccepted(tx: Tx, deps: CoreDeps, accepted: readonly Accepted[]): Promise<readonly PremiumPaymentRow[]> {
  if (accepted.length === 0) return [];
  for (const { payment } of accepted) checkStep(payment.state, { state: 'applied', reason: 'accepted' });
  const now = deps.now();
  const step = { state: 'applied', reason: 'accepted', applied_at: now, changed_at: now } as const;
  const stepped = accepted.map(({ payment, taxNumber: tax_number }) => ({
    ...payment,
    ...step,
    tax_number,
    next_check_at: clearingDueAt(payment),
  }));
  const ids = stepped.map(({ id }) => id);
  const [numbers, dues] = [stepped.map((payment) => payment.tax_number), stepped.map((payment) => payment.next_check_at)];
  await sql`update premium_payments p set state = 'applied', reason = 'accepted', tax_number = a.tax_number, applied_at = ${now}::timestamptz, next_check_at = a.due_at, changed_at = ${now}::timestamptz
              from unnest(${ids}::uuid[], ${numbers}::text[], ${dues}::timestamptz[]) as a (id, tax_number, due_at) where p.id = a.id and p.id = any(${ids}::uuid[])`.execute(
    tx,
  );
  return stepped;
}

/** What is applied for is looked at next when its clearing is due, unless a void is asked for. */
export const clearingDueAt = ({ clears_from: clearsFrom }: Pick<PremiumPaymentRow, 'clears_from'>): Date => startOfDay(clearsFrom);

/** Changes what is known of a payment without a step. */
export async function notePayment(
  tx: Tx,
  deps: CoreDeps,
  { id, ...note }: Partial<PremiumPaymentRow> & { readonly id: string },
): Promise<void> {
  await tx
    .updateTable('premium_payments')
    .set({ ...note, changed_at: deps.now() })
    .where('id', '=', id)
    .execute();
}

/** A void was asked for, and is due for a look until its end is known. Who asks again asks for the same. */
export async function markVoiding(tx: Tx, deps: CoreDeps, ids: readonly string[]): Promise<void> {
  const now = deps.now();
  const update = tx.updateTable('premium_payments').set({ void_requested_at: now, next_check_at: now, changed_at: now });
  await update.where('id', '=', anyOf(ids)).where('void_requested_at', 'is', null).execute();
}

/** The holds of payments that nothing has resolved yet. */
export const findHolds = (reader: Reader, paymentIds: readonly string[]) =>
  reader
    .selectFrom('transfers')
    .selectAll()
    .where('subject_id', '=', anyOf(paymentIds))
    .where('kind', '=', 'pending')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('transfers as later').select('later.id').whereRef('later.pending_id', '=', 'transfers.id'))),
    )
    .orderBy('id')
    .execute();

/** Under way and due for another look at what the tax office knows; what waits for its batch only while a void of it stands. */
export const findWaiting = (reader: Reader, states: readonly PremiumState[], before: Date) =>
  reader
    .selectFrom('premium_payments')
    .select(['id', 'state'])
    .where('state', 'in', [...states])
    .where((where) => where.or([where('state', '<>', 'applied'), where('void_requested_at', 'is not', null)]))
    .where('next_check_at', '<=', before)
    .orderBy('next_check_at')
    .orderBy('id')
    .limit(500)
    .execute();

/** What the rule on voiding looks at. */
export const voidFactsOf = (payment: Pick<PremiumPaymentRow, 'holder_id' | 'state' | 'voidable_until' | 'next_check_at'>) => ({
  payerId: payment.holder_id,
  state: payment.state,
  voidableUntil: payment.voidable_until,
  lockedUntil: payment.state === 'locked' ? payment.next_check_at : null,
});

export interface AskClearable {
  readonly now: Date;
  readonly ways: readonly ClearingWay[];
  readonly onlyId: string | undefined;
}

/** Due for clearing, locked; those that another process is clearing, or that are being voided, are left to it. */
export function findClearable(tx: Tx, { now, ways, onlyId }: AskClearable): Promise<PremiumPaymentRow[]> {
  const due = tx
    .selectFrom('premium_payments')
    .selectAll()
    .where('state', '=', 'applied')
    .where('void_requested_at', 'is', null)
    .where('clearing_way', 'in', [...ways])
    .where('next_check_at', '<=', now);
  const wanted = onlyId === undefined ? due : due.where('id', '=', onlyId);
  return wanted.orderBy('next_check_at').limit(10_000).forNoKeyUpdate().skipLocked().execute();
}
