import type { Fen } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { clearingAccountId, taxAccount } from './ledger.store';
import type { Reader, Tx } from './transaction';

export interface Batch {
  readonly id: string;
  readonly regionCode: string;
  /** Still to be written down or not: the same file is sent each time. */
  readonly items: readonly { readonly paymentId: string; readonly amountFen: Fen }[];
}

interface NewBatch {
  readonly regionCode: string;
  readonly itemCount: number;
  readonly totalFen: Fen;
}

export async function saveBatch(tx: Tx, deps: CoreDeps, { regionCode, itemCount, totalFen }: NewBatch): Promise<string> {
  const id = deps.newId();
  await tx
    .insertInto('clearing_batches')
    .values({
      id,
      holder_id: clearingAccountId(taxAccount(regionCode)),
      region_code: regionCode,
      state: 'made',
      item_count: itemCount,
      total_fen: totalFen,
      made_at: deps.now(),
      send_from: deps.now(),
      done_at: null,
    })
    .execute();
  return id;
}

/** Those whose turn it is: after an answer that was lost or incomplete a batch rests a while. */
export async function findOpenBatchIds(reader: Reader, now: Date): Promise<readonly string[]> {
  const open = reader.selectFrom('clearing_batches').select('id').where('state', '=', 'made').where('send_from', '<=', now);
  return (await open.orderBy('made_at').orderBy('id').execute()).map((row) => row.id);
}

/** If it is still open by then, it is sent again. */
export async function sendAgainFrom(tx: Tx, id: string, sendFrom: Date): Promise<void> {
  await tx.updateTable('clearing_batches').set({ send_from: sendFrom }).where('id', '=', id).where('state', '=', 'made').execute();
}

/** Payments of a batch that are still clearing, those first that were not asked about, or longest ago. */
export async function findClearingIds(reader: Reader, batchId: string, most: number): Promise<readonly string[]> {
  const clearing = reader.selectFrom('premium_payments').select('id').where('batch_id', '=', batchId).where('state', '=', 'clearing');
  const inTurn = clearing.orderBy('next_check_at', (order) => order.asc().nullsFirst()).orderBy('id');
  return (await inTurn.limit(most).execute()).map((row) => row.id);
}

/** They were asked about, and nothing came of it: their turn is after all others. */
export async function askLater(tx: Tx, deps: CoreDeps, paymentIds: readonly string[]): Promise<void> {
  const asked = tx.updateTable('premium_payments').set({ next_check_at: deps.now() }).where('id', '=', anyOf(paymentIds));
  await asked.where('state', '=', 'clearing').execute();
}

/** Payments that are clearing and locked go from one batch into another: no step, and no money moves. */
export async function moveToBatch(
  tx: Tx,
  deps: CoreDeps,
  { batchId, paymentIds }: { readonly batchId: string; readonly paymentIds: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('premium_payments')
    .set({ batch_id: batchId, clearing_at: deps.now(), changed_at: deps.now() })
    .where('id', '=', anyOf(paymentIds))
    .execute();
}

export async function findBatch(reader: Reader, id: string): Promise<Batch | undefined> {
  const batch = await reader.selectFrom('clearing_batches').select(['id', 'region_code']).where('id', '=', id).executeTakeFirst();
  if (batch === undefined) return undefined;
  const items = await reader.selectFrom('premium_payments').select(['id', 'amount_fen']).where('batch_id', '=', id).orderBy('id').execute();
  return { id, regionCode: batch.region_code, items: items.map((item) => ({ paymentId: item.id, amountFen: item.amount_fen })) };
}

/** Done once nothing of it is clearing any more. */
export async function closeBatch(tx: Tx, deps: CoreDeps, id: string): Promise<void> {
  await tx
    .updateTable('clearing_batches')
    .set({ state: 'done', done_at: deps.now() })
    .where('id', '=', id)
    .where('state', '=', 'made')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('premium_payments').select('id').where('batch_id', '=', id).where('state', '=', 'clearing'))),
    )
    .execute();
}
