import { canonicalText } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { hashOf } from './sealing';
import type { Reader, Tx } from './transaction';
import { RequestRaced } from './transaction';

/** A request that may come again: the key is scoped by who acts. */
export interface KeyedRequest {
  readonly holderId: string;
  readonly key: string;
  readonly kind: string;
  readonly bodyHash: Buffer;
}

export interface AnsweredRequest extends KeyedRequest {
  readonly answer: unknown;
}

export const scopedKey = ({ holderId, key }: Pick<KeyedRequest, 'holderId' | 'key'>): string => `${holderId}\n${key}`;
export const bodyHashOf = (kind: string, body: unknown): Buffer => hashOf(`${kind}\n${canonicalText(body)}`);

export async function findRequests(reader: Reader, asked: readonly KeyedRequest[]): Promise<ReadonlyMap<string, AnsweredRequest>> {
  if (asked.length === 0) return new Map();
  const rows = await reader
    .selectFrom('requests')
    .select(['holder_id', 'key', 'kind', 'body_hash', 'answer'])
    .where((where) => where.or(asked.map(({ holderId, key }) => where.and({ holder_id: holderId, key }))))
    .execute();
  const found = rows.map((row) => ({ holderId: row.holder_id, key: row.key, kind: row.kind, bodyHash: row.body_hash, answer: row.answer }));
  return new Map(found.map((request) => [scopedKey(request), request]));
}

export async function isAnswered(reader: Reader, { holderId, key }: Pick<KeyedRequest, 'holderId' | 'key'>): Promise<boolean> {
  const query = reader.selectFrom('requests').select('key').where('holder_id', '=', holderId).where('key', '=', key);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Last in the lock order. A key that somebody else wrote in the meantime rolls this transaction back; the next look answers theirs. */
export async function saveRequests(tx: Tx, deps: CoreDeps, answered: readonly AnsweredRequest[]): Promise<void> {
  if (answered.length === 0) return;
  const at = deps.now();
  const rows = answered.map((request) => ({
    holder_id: request.holderId,
    key: request.key,
    kind: request.kind,
    body_hash: request.bodyHash,
    answer: JSON.stringify(request.answer),
    at,
  }));
  const result = await tx
    .insertInto('requests')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (Number(result.numInsertedOrUpdatedRows ?? 0) !== rows.length) throw new RequestRaced();
}
