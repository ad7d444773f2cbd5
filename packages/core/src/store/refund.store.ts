import { groupBy, type RefundReason } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { PremiumChangeRow, PremiumRefundRow } from './premium-tables';
import type { PremiumPaymentRow } from './tables';
import type { Reader, Tx } from './transaction';

interface NewRefund {
  readonly payment: PremiumPaymentRow;
  readonly reason: RefundReason;
}

/** Under the payment's lock. */
export async function saveRefund(tx: Tx, deps: CoreDeps, { payment, reason }: NewRefund): Promise<void> {
  const open = { refusal: null, expected_on: null, tax_number: null, ended_at: null };
  const row = { ...open, id: deps.newId(), holder_id: payment.holder_id, payment_id: payment.id, reason, state: 'asked' as const };
  await tx
    .insertInto('premium_refunds')
    .values({ ...row, asked_at: deps.now() })
    .execute();
}

/** The one that waits for the tax office. */
export const findAskedRefund = (reader: Reader, paymentId: string): Promise<PremiumRefundRow | undefined> =>
  reader.selectFrom('premium_refunds').selectAll().where('payment_id', '=', paymentId).where('state', '=', 'asked').executeTakeFirst();

/** The newest of each payment. */
export async function findLastRefunds(reader: Reader, paymentIds: readonly string[]): Promise<ReadonlyMap<string, PremiumRefundRow>> {
  if (paymentIds.length === 0) return new Map();
  const query = reader.selectFrom('premium_refunds').selectAll().where('payment_id', '=', anyOf(paymentIds));
  return new Map((await query.orderBy('asked_at').orderBy('id').execute()).map((row) => [row.payment_id, row]));
}

export async function changeRefund(tx: Tx, { id, ...change }: Partial<PremiumRefundRow> & { readonly id: string }): Promise<void> {
  await tx.updateTable('premium_refunds').set(change).where('id', '=', id).execute();
}

/** What was taken for a payment, pot by pot, as it was held. */
export const findTaken = (reader: Reader, paymentId: string) =>
  reader
    .selectFrom('transfers as hold')
    .innerJoin('transfers as taken', (join) => join.onRef('taken.pending_id', '=', 'hold.id').on('taken.kind', '=', 'post-pending'))
    .innerJoin('accounts', 'accounts.id', 'hold.from_account_id')
    .select(['hold.id', 'hold.holder_id', 'hold.from_account_id', 'hold.to_account_id', 'hold.amount', 'hold.for_person_id', 'hold.at'])
    .select('accounts.pot')
    .where('hold.subject_id', '=', paymentId)
    .where('hold.kind', '=', 'pending')
    .orderBy('hold.id')
    .execute();

type Change = Pick<PremiumChangeRow, 'reason' | 'at'>;

/** Every step of each payment after its beginning, oldest first. */
export async function findPremiumChanges(reader: Reader, paymentIds: readonly string[]): Promise<ReadonlyMap<string, readonly Change[]>> {
  if (paymentIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('premium_changes')
    .select(['payment_id', 'reason', 'at'])
    .where('payment_id', '=', anyOf(paymentIds))
    .orderBy('id')
    .execute();
  return groupBy(rows, (row) => row.payment_id);
}
