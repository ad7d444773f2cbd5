import { addFen, CLEARING_WAYS, groupBy } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { answerIfAny, type ClearingAnswer } from '../outside';
import { type Batch, closeBatch, findBatch, findOpenBatchIds, saveBatch, sendAgainFrom } from '../store/batch.store';
import { findClearable, lockPayments, stepPayments } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import { askUnmentioned } from '../steps/ask-unmentioned';
import { eachApart, eachInTurn, togetherOrApart } from '../request-lists/each-apart';
import { releaseHolds, takeHolds } from '../steps/resolve-holds';
import { singleFlight } from '../request-lists/single-flight';
import { LOOK_AGAIN_SECONDS, secondsAfter, TREASURY_SECONDS } from '../steps/take-answer';

/** So many are written down in one transaction: locks are short, and a statement stays below the 65,535 values that PostgreSQL takes. */
const PORTION = 500;

/**
 * Clears what is due today, region by region, in as many files as it takes. A batch is made and committed, then sent, then its answer is written down in
 * portions; a process that dies in between leaves an open batch, and the next run sends the same batch again, which the tax office knows by its id.
 * Answers how many were paid.
 */
export async function clearPremiums(deps: CoreDeps): Promise<number> {
  // A file holds ten thousand; what is left over goes into the next.
  while ((await inTransaction(deps.db, (tx) => makeBatches(tx, deps))).length > 0);
  return sendBatches(deps, await findOpenBatchIds(deps.db, deps.now()));
}

/** Where the region takes the money with the application, it is taken now and not at the next run. */
export async function clearAtOnce(deps: CoreDeps, paymentId: string): Promise<void> {
  await sendBatches(deps, await inTransaction(deps.db, (tx) => makeBatches(tx, deps, paymentId)));
}

async function makeBatches(tx: Tx, deps: CoreDeps, onlyAtOnceId?: string): Promise<readonly string[]> {
  const ways = onlyAtOnceId === undefined ? CLEARING_WAYS : (['at-once'] as const);
  const due = await findClearable(tx, { now: deps.now(), ways, onlyId: onlyAtOnceId });
  const ids: string[] = [];
  for (const regionCode of new Set(due.map((payment) => payment.region_code))) {
    const ofRegion = due.filter((payment) => payment.region_code === regionCode);
    ids.push(await makeBatch(tx, deps, { regionCode, payments: ofRegion }));
  }
  return ids;
}

interface Due {
  readonly regionCode: string;
  readonly payments: readonly PremiumPaymentRow[];
}

async function makeBatch(tx: Tx, deps: CoreDeps, { regionCode, payments }: Due): Promise<string> {
  const totalFen = addFen(...payments.map((payment) => payment.amount_fen));
  const batchId = await saveBatch(tx, deps, { regionCode, itemCount: payments.length, totalFen });
  await stepPayments(tx, deps, {
    payments,
    step: { state: 'clearing', reason: 'joined-batch', batch_id: batchId, clearing_at: deps.now(), next_check_at: null },
  });
  return batchId;
}

/** A region whose batch fails or is slow does not hold up the others; the first error comes out when all have had their turn. */
async function sendBatches(deps: CoreDeps, batchIds: readonly string[]): Promise<number> {
  let paid = 0;
  await eachApart(batchIds, (batchId) =>
    singleFlight(deps, `clear/${batchId}`, async () => {
      const paidNow = await sendBatch(deps, batchId);
      paid += paidNow;
    }),
  );
  return paid;
}

async function sendBatch(deps: CoreDeps, batchId: string): Promise<number> {
  const batch = await findBatch(deps.db, batchId);
  if (batch === undefined) return 0;
  let paid = 0;
  await eachInTurn([
    async () => {
      // Everything went on into another batch, and the process died before this one was closed.
      const { regionCode, items } = batch;
      const answer = items.length === 0 ? undefined : await answerIfAny(deps.taxOffice.clear({ batchId, regionCode, items }));
      if (answer !== undefined) paid = await writeAnswer(deps, batch, answer);
    },
    () =>
      inTransaction(deps.db, async (tx) => {
        await closeBatch(tx, deps, batchId);
        await sendAgainFrom(tx, batchId, secondsAfter(deps.now(), LOOK_AGAIN_SECONDS));
      }),
  ]);
  return paid;
}

async function writeAnswer(deps: CoreDeps, batch: Batch, answer: ClearingAnswer): Promise<number> {
  let paid = 0;
  const count = (paidNow: number): void => void (paid += paidNow);
  const items = [...saidOnce(answer.items)].sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1));
  const starts = items.flatMap((_item, index) => (index % PORTION === 0 ? [index] : []));
  const write = (some: ClearingAnswer['items']) =>
    inTransaction(deps.db, (tx) => writeDown(tx, deps, { batchId: batch.id, items: some })).then(count);
  const mentioned = new Set(items.map((item) => item.paymentId));
  const isWhole = batch.items.every((item) => mentioned.has(item.paymentId));
  await eachInTurn([
    ...starts.map((start) => () => togetherOrApart(items.slice(start, start + PORTION), write)),
    ...(isWhole ? [] : [() => askUnmentioned(deps, batch).then(count)]),
  ]);
  return paid;
}

/** A payment that is mentioned twice in the same way counts once. If the answer says yes and no, or gives two numbers, the payment counts as not mentioned. */
const saidOnce = (items: ClearingAnswer['items']): ClearingAnswer['items'] =>
  [...groupBy(items, ({ paymentId }) => paymentId).values()].flatMap(([first, ...more]) =>
    first !== undefined && more.every(({ state, taxNumber }) => state === first.state && taxNumber === first.taxNumber) ? first : [],
  );

/** Each item by itself: one that the tax office refuses is released and leaves the others paid. Items it does not mention are asked about one by one. */
async function writeDown(
  tx: Tx,
  deps: CoreDeps,
  { batchId, items }: { readonly batchId: string; readonly items: ClearingAnswer['items'] },
): Promise<number> {
  const now = deps.now();
  const payments = await lockPayments(
    tx,
    items.map((item) => item.paymentId),
  );
  const results = items.flatMap((item) => {
    const payment = payments.get(item.paymentId);
    // Only what this batch took and nobody wrote down yet.
    return payment?.state === 'clearing' && payment.batch_id === batchId ? [{ payment, item }] : [];
  });
  const paid = results.filter(({ item }) => item.state === 'paid');
  const paidStep = { state: 'paid', reason: 'cleared', paid_at: now, next_check_at: secondsAfter(now, TREASURY_SECONDS) } as const;
  await takeHolds(
    tx,
    deps,
    paid.map(({ payment, item }) => ({ payment, step: { ...paidStep, tax_number: item.taxNumber ?? payment.tax_number } })),
  );
  const refused = results.filter(({ item }) => item.state === 'refused');
  const failedStep = { state: 'failed', reason: 'clearing-refused', closed_at: now, next_check_at: null } as const;
  await releaseHolds(
    tx,
    deps,
    refused.map(({ payment }) => ({ payment, step: failedStep })),
  );
  return paid.length;
}
