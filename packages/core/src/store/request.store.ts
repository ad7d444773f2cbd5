import { canonicalText } from '@gongji/domain';
import { type Selectable, sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { hashOf } from './sealing';
import type { Tables } from './tables';
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

/** The kind of a key that was used up before its request came: whatever comes under it is refused. */
export const ANNULLED = 'annulled';

export const annulment = ({ holderId, key }: Pick<KeyedRequest, 'holderId' | 'key'>): AnsweredRequest => ({
  holderId,
  key,
  kind: ANNULLED,
  bodyHash: bodyHashOf(ANNULLED, null),
  answer: {},
});

export async function findRequests(reader: Reader, asked: readonly KeyedRequest[]): Promise<ReadonlyMap<string, AnsweredRequest>> {
  if (asked.length === 0) return new Map();
  const { rows } = await sql<Selectable<Tables['requests']>>`
    select r.* from unnest(${asked.map(({ holderId }) => holderId)}::uuid[], ${asked.map(({ key }) => key)}::text[]) as a (holder_id, key),
      lateral (select * from requests r where r.holder_id = a.holder_id and r.key = a.key offset 0) r`.execute(reader);
  const found = rows.map((row) => ({ holderId: row.holder_id, key: row.key, kind: row.kind, bodyHash: row.body_hash, answer: row.answer }));
  return new Map(found.map((request) => [scopedKey(request), request]));
}

export async function isAnswered(reader: Reader, { holderId, key }: Pick<KeyedRequest, 'holderId' | 'key'>): Promise<boolean> {
  const query = reader.selectFrom('requests').select('key').where('holder_id', '=', holderId).where('key', '=', key);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Last in the lock order, and sorted by key: an annulled key is somebody else's to write as well. A key that somebody else wrote in the meantime rolls this transaction back; the next look answers theirs. */
export async function saveRequests(tx: Tx, deps: CoreDeps, requests: readonly AnsweredRequest[]): Promise<void> {
  if (requests.length === 0) return;
  const answered = [...requests].sort((a, b) => (scopedKey(a) < scopedKey(b) ? -1 : 1));
  const { numAffectedRows } = await sql`insert into requests (holder_id, key, kind, body_hash, answer, at)
    select *, ${deps.now()}::timestamptz
      from unnest(${answered.map(({ holderId }) => holderId)}::uuid[], ${answered.map(({ key }) => key)}::text[],
                  ${answered.map(({ kind }) => kind)}::text[], ${answered.map(({ bodyHash }) => bodyHash)}::bytea[],
                  ${answered.map(({ answer }) => JSON.stringify(answer))}::json[])
        on conflict do nothing`.execute(tx);
  if (Number(numAffectedRows ?? 0) !== answered.length) throw new RequestRaced();
}
