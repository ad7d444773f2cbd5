import { type SubscribeKind, SUBSCRIBE_KINDS, TOPIC_BEGINNINGS } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { open, seal } from './sealing';
import type { Reader, Tx } from './transaction';

/** Allowances of a kind that somebody can have: more than anybody is told. */
const MOST = 100;

/** One allowance more of each kind. The openid is kept, sealed, only for those who asked to be told. */
export async function addAllowances(
  tx: Tx,
  deps: CoreDeps,
  { holderId, kinds, openid }: { readonly holderId: string; readonly kinds: readonly SubscribeKind[]; readonly openid: string },
): Promise<void> {
  for (const kind of kinds)
    await sql`insert into subscriptions (holder_id, kind, openid_sealed, left_count, since) values (${holderId}, ${kind}, ${seal(deps, openid)}, 1, ${deps.now()})
      on conflict (holder_id, kind) do update set openid_sealed = excluded.openid_sealed, left_count = least(subscriptions.left_count + 1, ${MOST}),
        since = case when subscriptions.left_count = 0 then excluded.since else subscriptions.since end`.execute(tx);
}

/** WeChat is told nothing more of this person, and the openid is gone. */
export async function forgetAllowances(tx: Tx, holderId: string): Promise<void> {
  await tx.deleteFrom('subscriptions').where('holder_id', '=', holderId).execute();
}

export async function findAllowances(reader: Reader, holderId: string): Promise<ReadonlyMap<SubscribeKind, number>> {
  const rows = await reader.selectFrom('subscriptions').select(['kind', 'left_count']).where('holder_id', '=', holderId).execute();
  return new Map(rows.map((row) => [row.kind, row.left_count]));
}

export interface ToSend {
  readonly messageId: string;
  readonly holderId: string;
  readonly kind: SubscribeKind;
  readonly openid: string;
  readonly at: Date;
}

const PATTERN = SUBSCRIBE_KINDS.map((kind) => `^(${TOPIC_BEGINNINGS[kind].join('|')})`);
export const SEND_PAGE = 100;

/**
 * The oldest of each kind that somebody has an allowance for and nobody has sent. What came before they asked is not sent. In no order, so that a page full
 * of those whose messages do not leave keeps nobody else from their turn.
 */
export async function findToSend(reader: Reader): Promise<readonly { readonly holderId: string; readonly kind: SubscribeKind }[]> {
  const { rows } = await sql<{ holder_id: string; kind: SubscribeKind }>`
    select s.holder_id, s.kind from subscriptions s join unnest(${[...SUBSCRIBE_KINDS]}::text[], ${PATTERN}::text[]) k (kind, pattern) on k.kind = s.kind
     where s.left_count > 0 and exists (select from messages m where m.holder_id = s.holder_id and m.sent_at is null and m.at >= s.since and m.topic ~ k.pattern)
     order by random() limit ${SEND_PAGE}`.execute(reader);
  return rows.map((row) => ({ holderId: row.holder_id, kind: row.kind }));
}

/** Takes one message and one allowance before anything leaves, so that a process that dies sends nothing twice. undefined: somebody else was faster. */
export async function claim(tx: Tx, deps: CoreDeps, { holderId, kind }: Pick<ToSend, 'holderId' | 'kind'>): Promise<ToSend | undefined> {
  const locked = tx.selectFrom('subscriptions').select(['openid_sealed', 'left_count', 'since']).where('holder_id', '=', holderId);
  const subscription = await locked.where('kind', '=', kind).forNoKeyUpdate().executeTakeFirst();
  if (subscription === undefined || subscription.left_count === 0) return undefined;
  const { rows } = await sql<{ id: string; at: Date }>`
    update messages set sent_at = ${deps.now()} where holder_id = ${holderId} and number = (
      select number from messages where holder_id = ${holderId} and sent_at is null and at >= ${subscription.since}
         and topic ~ ${PATTERN[SUBSCRIBE_KINDS.indexOf(kind)]} order by number limit 1) and sent_at is null returning id, at`.execute(tx);
  const [message] = rows;
  if (message === undefined) return undefined;
  await changeLeft(tx, { holderId, kind }, subscription.left_count - 1);
  return { messageId: message.id, holderId, kind, openid: open(deps, subscription.openid_sealed), at: message.at };
}

/** It surely did not leave: both come back, the allowance first, as it was taken. Whoever allowed more meanwhile may have as many as there can be. */
export async function giveBack(tx: Tx, { messageId, holderId, kind }: Pick<ToSend, 'messageId' | 'holderId' | 'kind'>): Promise<void> {
  await giveAllowanceBack(tx, { holderId, kind });
  await tx.updateTable('messages').set({ sent_at: null }).where('holder_id', '=', holderId).where('id', '=', messageId).execute();
}

/** The message used up no allowance: it is not tried again, and the next one may leave. */
export async function giveAllowanceBack(tx: Tx, { holderId, kind }: Pick<ToSend, 'holderId' | 'kind'>): Promise<void> {
  await sql`update subscriptions set left_count = least(left_count + 1, ${MOST}) where holder_id = ${holderId} and kind = ${kind}`.execute(
    tx,
  );
}

/** WeChat knows of no allowance any more. */
export const endAllowances = (tx: Tx, whose: Pick<ToSend, 'holderId' | 'kind'>): Promise<void> => changeLeft(tx, whose, 0);

async function changeLeft(tx: Tx, { holderId, kind }: Pick<ToSend, 'holderId' | 'kind'>, left: number): Promise<void> {
  await tx.updateTable('subscriptions').set({ left_count: left }).where('holder_id', '=', holderId).where('kind', '=', kind).execute();
}
