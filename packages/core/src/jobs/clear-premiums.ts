import { addFen, CLEARING_WAYS, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type ClearingAnswer, NoAnswer, NotSent } from '../outside';
import { type Batch, closeBatch, findBatch, findOpenBatchIds, saveBatch } from '../store/batch.store';
import { findClearable, lockPayments, stepPayment } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import { releaseHolds, takeHolds } from './resolve-holds';

/**
 * Clears what is due today, region by region. A batch is made and committed, then sent, then its answer is written down; a process that dies in
 * between leaves an open batch, and the next run sends the same batch again, which the tax office knows by its id. Answers how many were paid.
 */
export async function clearPremiums(deps: CoreDeps): Promise<number> {
  await inTransaction(deps.db, (tx) => makeBatches(tx, deps));
  let cleared = 0;
  for (const batchId of await findOpenBatchIds(deps.db)) cleared += await sendBatch(deps, batchId);
  return cleared;
}

/** Where the region takes the money with the application, it is taken now and not at the next run. */
export async function clearAtOnce(deps: CoreDeps, paymentId: string): Promise<void> {
  const batchIds = await inTransaction(deps.db, (tx) => makeBatches(tx, deps, paymentId));
  for (const batchId of batchIds) await sendBatch(deps, batchId);
}

async function makeBatches(tx: Tx, deps: CoreDeps, onlyAtOnceId?: string): Promise<readonly string[]> {
  const ways = onlyAtOnceId === undefined ? CLEARING_WAYS : (['at-once'] as const);
  const due = await findClearable(tx, { today: shanghaiDate(deps.now()), ways, onlyId: onlyAtOnceId });
  const ids: string[] = [];
  for (const regionCode of new Set(due.map((payment) => payment.region_code)))
    ids.push(
      await makeBatch(
        tx,
        deps,
        due.filter((payment) => payment.region_code === regionCode),
      ),
    );
  return ids;
}

async function makeBatch(tx: Tx, deps: CoreDeps, payments: readonly PremiumPaymentRow[]): Promise<string> {
  const now = deps.now();
  const [first] = payments;
  if (first === undefined) throw new Error('a batch of nothing');
  const totalFen = addFen(...payments.map((payment) => payment.amount_fen));
  const batchId = await saveBatch(tx, deps, { regionCode: first.region_code, itemCount: payments.length, totalFen });
  for (const payment of payments) await stepPayment(tx, deps, payment, { state: 'clearing', batch_id: batchId, clearing_at: now });
  return batchId;
}

async function sendBatch(deps: CoreDeps, batchId: string): Promise<number> {
  const batch = await findBatch(deps.db, batchId);
  if (batch === undefined || batch.items.length === 0) return 0;
  const answer = await ask(deps, batch);
  return answer === undefined ? 0 : inTransaction(deps.db, (tx) => writeDown(tx, deps, batch, answer));
}

/** Undefined: no answer now; the batch stays open. */
async function ask(deps: CoreDeps, { id, regionCode, items }: Batch): Promise<ClearingAnswer | undefined> {
  try {
    return await deps.taxOffice.clear({ batchId: id, regionCode, items });
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) return undefined;
    throw error;
  }
}

/** Each item by itself: one that the tax office refuses is released and leaves the others paid. Items it does not mention stay in the batch. */
async function writeDown(tx: Tx, deps: CoreDeps, batch: Batch, answer: ClearingAnswer): Promise<number> {
  const now = deps.now();
  const payments = await lockPayments(
    tx,
    batch.items.map((item) => item.paymentId),
  );
  const results = answer.items.flatMap((item) => {
    const payment = payments.get(item.paymentId);
    // Only what this batch took and nobody wrote down yet.
    return payment?.state === 'clearing' && payment.batch_id === batch.id ? [{ payment, item }] : [];
  });
  const paid = results.filter(({ item }) => item.state === 'paid');
  await takeHolds(
    tx,
    deps,
    paid.map(({ payment, item }) => ({
      payment,
      step: { state: 'paid', paid_at: now, next_check_at: now, tax_number: item.taxNumber ?? payment.tax_number },
    })),
  );
  const refused = results.filter(({ item }) => item.state === 'refused');
  await releaseHolds(
    tx,
    deps,
    refused.map(({ payment }) => ({
      payment,
      step: { state: 'failed', failure_reason: 'clearing-refused', closed_at: now, next_check_at: null },
    })),
  );
  await closeBatch(tx, deps, batch.id);
  return paid.length;
}
