import {
  type ClearingWay,
  mayStepPremium,
  OPEN_PREMIUM_STATES,
  type PlainDate,
  type PremiumReason,
  type PremiumState,
  UNDONE_PREMIUM_STATES,
} from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { PremiumPaymentRow } from './tables';
import type { Reader, Tx } from './transaction';

export interface LevyPlace {
  readonly personId: string;
  readonly year: number;
  readonly regionCode: string;
}

/**
 * One at a time per person, year and place, in a fixed order, after the bindings and before the accounts. The unique index would refuse the second
 * anyway; the lock lets it wait and then say why.
 */
export async function lockLevies(tx: Tx, places: readonly LevyPlace[]): Promise<void> {
  const names = [...new Set(places.map(({ personId, year, regionCode }) => `premium/${personId}/${year}/${regionCode}`))].sort();
  for (const name of names) await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

/** The one payment of a levy that is open or paid, whoever pays. */
export const findLivePayment = (reader: Reader, { personId, year, regionCode }: LevyPlace): Promise<PremiumPaymentRow | undefined> =>
  reader
    .selectFrom('premium_payments')
    .selectAll()
    .where('person_id', '=', personId)
    .where('year', '=', year)
    .where('region_code', '=', regionCode)
    .where('state', 'not in', [...UNDONE_PREMIUM_STATES])
    .executeTakeFirst();

export const isQuoteUsed = async (reader: Reader, quoteId: string): Promise<boolean> =>
  (await reader.selectFrom('premium_payments').select('id').where('quote_id', '=', quoteId).executeTakeFirst()) !== undefined;

export const findOpenPayments = (reader: Reader, bindingIds: readonly string[]) =>
  reader
    .selectFrom('premium_payments')
    .select(['id', 'binding_id', 'holder_id', 'state'])
    .where('binding_id', 'in', [...bindingIds])
    .where('state', 'in', [...OPEN_PREMIUM_STATES])
    .execute();

export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PremiumPaymentRow>> {
  if (ids.length === 0) return new Map();
  const query = tx
    .selectFrom('premium_payments')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id');
  return new Map((await query.forNoKeyUpdate().execute()).map((row) => [row.id, row]));
}

export const findPayment = (reader: Reader, id: string): Promise<PremiumPaymentRow | undefined> =>
  reader.selectFrom('premium_payments').selectAll().where('id', '=', id).executeTakeFirst();

export const findPaymentsOfPayer = (reader: Reader, ask: { readonly payerId: string; readonly year: number | undefined }) => {
  const query = reader.selectFrom('premium_payments').selectAll().where('holder_id', '=', ask.payerId);
  const ofYear = ask.year === undefined ? query : query.where('year', '=', ask.year);
  return ofYear.orderBy('submitted_at', 'desc').orderBy('id').execute();
};

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
  for (const { state } of payments)
    if (!mayStepPremium(state, step.reason, step.state))
      throw new Error(`a payment may not go from ${state} to ${step.state} by ${step.reason}`);
  await tx
    .updateTable('premium_payments')
    .set({ ...step, changed_at: deps.now() })
    .where(({ eb, val }) => eb('id', '=', sql<string>`any(${val(payments.map((payment) => payment.id))}::uuid[])`))
    .execute();
}

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

/** The holds of payments that nothing has resolved yet. */
export const findHolds = (reader: Reader, paymentIds: readonly string[]) =>
  reader
    .selectFrom('transfers')
    .selectAll()
    .where('subject_id', 'in', [...paymentIds])
    .where('kind', '=', 'pending')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('transfers as later').select('later.id').whereRef('later.pending_id', '=', 'transfers.id'))),
    )
    .orderBy('id')
    .execute();

/** Under way and due for another look. */
export const findWaiting = (reader: Reader, states: readonly PremiumState[], before: Date) =>
  reader
    .selectFrom('premium_payments')
    .select(['id', 'state'])
    .where('state', 'in', [...states])
    .where('next_check_at', '<=', before)
    .orderBy('next_check_at')
    .orderBy('id')
    .limit(500)
    .execute();

/** What the rule on voiding looks at. */
export const voidFactsOf = (payment: PremiumPaymentRow) => ({
  payerId: payment.holder_id,
  state: payment.state,
  voidableUntil: payment.voidable_until,
  lockedUntil: payment.state === 'locked' ? payment.next_check_at : null,
});

export interface AskClearable {
  readonly today: PlainDate;
  readonly ways: readonly ClearingWay[];
  readonly onlyId: string | undefined;
}

/** Due for clearing, locked; those that another process is clearing, or that are being voided, are left to it. */
export function findClearable(tx: Tx, { today, ways, onlyId }: AskClearable): Promise<PremiumPaymentRow[]> {
  const due = tx
    .selectFrom('premium_payments')
    .selectAll()
    .where('state', '=', 'applied')
    .where('void_requested_at', 'is', null)
    .where('clearing_way', 'in', [...ways])
    .where('clears_from', '<=', today);
  const wanted = onlyId === undefined ? due : due.where('id', '=', onlyId);
  return wanted.orderBy('id').limit(10_000).forNoKeyUpdate().skipLocked().execute();
}

/** A void was asked for and nobody knows yet what came of it. */
export const findVoiding = (reader: Reader) =>
  reader
    .selectFrom('premium_payments')
    .select('id')
    .where('state', '=', 'applied')
    .where('void_requested_at', 'is not', null)
    .orderBy('id')
    .limit(500)
    .execute();
