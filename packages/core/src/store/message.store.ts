import { type MessageKind, TOPIC_BEGINNINGS } from '@gongji/domain';
import { type Selectable, sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { MessageRow } from './tables';
import type { Reader, Tx } from './transaction';

/** Shown at most; older ones stay kept. */
const MOST_LISTED = 100;

const beginningWith = (beginnings: readonly string[]): string => `^(${beginnings.join('|')})`;
const SORTED = beginningWith(Object.values(TOPIC_BEGINNINGS).flat());

type Found = Pick<Selectable<MessageRow>, 'id' | 'topic' | 'title' | 'text' | 'at' | 'read_at'>;

/** The newest first. */
export function findMessages(
  reader: Reader,
  { holderId, kind }: { readonly holderId: string; readonly kind: MessageKind | undefined },
): Promise<Found[]> {
  const own = reader.selectFrom('messages').select(['id', 'topic', 'title', 'text', 'at', 'read_at']).where('holder_id', '=', holderId);
  const ofKind =
    kind === undefined
      ? own
      : kind === 'other'
        ? own.where(sql<boolean>`topic !~ ${SORTED}`)
        : own.where(sql<boolean>`topic ~ ${beginningWith(TOPIC_BEGINNINGS[kind])}`);
  return ofKind.orderBy('number', 'desc').limit(MOST_LISTED).execute();
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
