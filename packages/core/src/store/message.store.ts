import { type MessageKind, type MessageSubject, TOPIC_BEGINNINGS } from '@gongji/domain';
import { type Selectable, sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { MessageRow } from './tables';
import type { Reader, Tx } from './transaction';

const beginningWith = (beginnings: readonly string[]): string => `^(${beginnings.join('|')})`;
const SORTED = beginningWith(Object.values(TOPIC_BEGINNINGS).flat());

type Found = Pick<Selectable<MessageRow>, 'id' | 'topic' | 'title' | 'text' | 'at' | 'read_at' | 'subject_id'>;

export interface AskMessages {
  readonly holderId: string;
  readonly kind: MessageKind | undefined;
  /** The message that these come before; one that is not this person's finds nothing. */
  readonly beforeId: string | undefined;
  readonly limit: number;
}

/** The newest first. */
export function findMessages(reader: Reader, { holderId, kind, beforeId, limit }: AskMessages): Promise<Found[]> {
  const columns = ['id', 'topic', 'title', 'text', 'at', 'read_at', 'subject_id'] as const;
  const own = reader.selectFrom('messages').select(columns).where('holder_id', '=', holderId);
  const ofKind =
    kind === undefined
      ? own
      : kind === 'other'
        ? own.where(sql<boolean>`topic !~ ${SORTED}`)
        : own.where(sql<boolean>`topic ~ ${beginningWith(TOPIC_BEGINNINGS[kind])}`);
  const before = sql<boolean>`number < (select number from messages where id = ${beforeId} and holder_id = ${holderId})`;
  const asked = beforeId === undefined ? ofKind : ofKind.where(before);
  return asked.orderBy('number', 'desc').limit(limit).execute();
}

/** What of this the reader may open, by its id: a payment only who pays it, whom it is for the premium, a settlement also each who paid of it. */
export async function findSubjects(
  reader: Reader,
  { readerId, ids }: { readonly readerId: string; readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, MessageSubject>> {
  const { rows } = await sql<{ id: string; kind: MessageSubject }>`
    select id, 'binding' as kind from bindings where id = ${anyOf(ids)} and ${readerId} in (holder_id, relative_id)
     union all
    select id, 'payment' from premium_payments where id = ${anyOf(ids)} and holder_id = ${readerId}
     union all
    select id, 'premium' from premium_payments where id = ${anyOf(ids)} and person_id = ${readerId} and holder_id <> ${readerId}
     union all
    select id, 'settlement' from settlements s where id = ${anyOf(ids)}
       and (holder_id = ${readerId} or exists (select from settlement_legs where settlement_id = s.id and holder_id = ${readerId}))
     union all
    select id, 'complaint' from complaints where id = ${anyOf(ids)} and holder_id = ${readerId}`.execute(reader);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

export async function countUnread(reader: Reader, holderId: string): Promise<number> {
  const query = reader.selectFrom('messages').select(({ fn }) => fn.countAll<number>().as('count'));
  return (await query.where('holder_id', '=', holderId).where('read_at', 'is', null).executeTakeFirstOrThrow()).count;
}

/** Everything up to a message of one's own, that one with it; of somebody else's nothing. Answers how many that were. */
export async function markRead(
  tx: Tx,
  deps: CoreDeps,
  { holderId, upTo }: { readonly holderId: string; readonly upTo: string },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update messages set read_at = ${deps.now()} where holder_id = ${holderId} and read_at is null
       and number <= (select number from messages where id = ${upTo} and holder_id = ${holderId})`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
