import { addFen } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { answerIfAny, type TaxQueryAnswer } from '../outside';
import { askLater, type Batch, findClearingIds, moveToBatch, saveBatch, sendAgainFrom } from '../store/batch.store';
import { lockPayments } from '../store/premium.store';
import { inTransaction, type Tx } from '../store/transaction';
import { eachApart, eachInTurn } from '../request-lists/each-apart';
import { releaseHolds, takeHolds } from './resolve-holds';
import { LOOK_AGAIN_SECONDS, secondsAfter, TREASURY_SECONDS } from './take-answer';

/** So many questions in one run; the rest stays in the batch for the next, before those that were asked about to no avail. */
const MOST = 500;

/**
 * Payments that the answer to a batch did not mention. The same batch would get the same answer, so each is asked about by itself. What was taken or voided
 * is written down, and what the tax office still has open goes into a new batch. What it does not know, or has refunded, stays held for the reconciliation:
 * it accepted the payment once, and money is not given back on a contradiction. Answers how many turned out to be paid.
 */
export async function askUnmentioned(deps: CoreDeps, batch: Batch): Promise<number> {
  const left = await findClearingIds(deps.db, batch.id, MOST);
  const open: string[] = [];
  const stuck: string[] = [];
  let paid = 0;
  const ask = async (paymentId: string): Promise<void> => {
    const known = await answerIfAny(deps.taxOffice.query(paymentId));
    if (known?.state === 'accepted') open.push(paymentId);
    else if (known === undefined || known.state === 'none' || known.state === 'refunded') stuck.push(paymentId);
    else {
      const paidNow = await inTransaction(deps.db, (tx) => writeDown(tx, deps, { batchId: batch.id, paymentId, known }));
      paid += paidNow;
    }
  };
  await eachInTurn([
    () => eachApart(left, ask),
    () =>
      inTransaction(deps.db, async (tx) => {
        await sendAnew(tx, deps, { batch, paymentIds: open });
        await askLater(tx, deps, stuck);
      }),
  ]);
  return paid;
}

interface Known {
  readonly batchId: string;
  readonly paymentId: string;
  readonly known: TaxQueryAnswer;
}

async function writeDown(tx: Tx, deps: CoreDeps, { batchId, paymentId, known }: Known): Promise<0 | 1> {
  const now = deps.now();
  const payment = (await lockPayments(tx, [paymentId])).get(paymentId);
  if (payment?.state !== 'clearing' || payment.batch_id !== batchId) return 0;
  if (known.state === 'voided') {
    const step = { state: 'failed', reason: 'voided-outside', closed_at: now, next_check_at: null } as const;
    await releaseHolds(tx, deps, [{ payment, step }]);
    return 0;
  }
  const next_check_at = secondsAfter(now, TREASURY_SECONDS);
  const step = {
    state: 'paid',
    reason: 'cleared',
    paid_at: now,
    tax_number: known.taxNumber ?? payment.tax_number,
    next_check_at,
  } as const;
  await takeHolds(tx, deps, [{ payment, step }]);
  return 1;
}

interface Anew {
  readonly batch: Batch;
  readonly paymentIds: readonly string[];
}

async function sendAnew(tx: Tx, deps: CoreDeps, { batch, paymentIds }: Anew): Promise<void> {
  const locked = [...(await lockPayments(tx, paymentIds)).values()];
  const payments = locked.filter((payment) => payment.state === 'clearing' && payment.batch_id === batch.id);
  if (payments.length === 0) return;
  const totalFen = addFen(...payments.map((payment) => payment.amount_fen));
  const batchId = await saveBatch(tx, deps, { regionCode: batch.regionCode, itemCount: payments.length, totalFen });
  await sendAgainFrom(tx, batchId, secondsAfter(deps.now(), LOOK_AGAIN_SECONDS));
  await moveToBatch(tx, deps, { batchId, paymentIds: payments.map((payment) => payment.id) });
}
