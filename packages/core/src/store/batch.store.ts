import type { Fen } from '@gongji/domain';
import type { CoreDeps } from '../deps';
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
      done_at: null,
    })
    .execute();
  return id;
}

export const findOpenBatchIds = async (reader: Reader): Promise<readonly string[]> =>
  (await reader.selectFrom('clearing_batches').select('id').where('state', '=', 'made').orderBy('made_at').orderBy('id').execute()).map(
    (row) => row.id,
  );

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
