import type { Fen, PlainDate } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { startOfMonth, startOfNextMonth } from './binding.store';
import type { Reader, Tx } from './transaction';

export interface StoredLimit {
  readonly limitFen: Fen;
  /** What was taken before counts no more. */
  readonly setAt: Date;
  /** Taken by all relatives together since the limit was first set, holds included. */
  readonly spentFen: Fen;
  /** Somebody uses the account, or is invited to. */
  readonly inUse: boolean;
}

export async function findStoredLimits(reader: Reader, holderIds: readonly string[]): Promise<ReadonlyMap<string, StoredLimit>> {
  if (holderIds.length === 0) return new Map();
  const { rows } = await sql<{ holder_id: string; limit_fen: Fen; set_at: Date; spent: Fen; in_use: boolean }>`
    select l.holder_id, l.limit_fen, l.set_at, (
      coalesce((select sum(s.amount_fen) from settlement_legs s where s.holder_id = l.holder_id and s.binding_id is not null and s.at >= l.set_at
                   and not exists (select from settlement_voids v where v.settlement_id = s.settlement_id)), 0) +
      coalesce((select sum(p.amount_fen) from premium_payments p where p.holder_id = l.holder_id and p.submitted_at >= l.set_at
                   and p.state not in ('voided', 'failed', 'refunded')), 0))::bigint spent,
      exists (select 1 from grants g where g.holder_id = l.holder_id and g.kind = 'share-funds' and g.state <> 'ended') in_use
      from shared_limits l where l.holder_id = any(${holderIds}::uuid[])`.execute(reader);
  return new Map(
    rows.map((row) => [row.holder_id, { limitFen: row.limit_fen, setAt: row.set_at, spentFen: row.spent, inUse: row.in_use }]),
  );
}

/** Somebody uses the holder's account, or is invited to. */
export async function isShared(reader: Reader, holderId: string): Promise<boolean> {
  const query = reader.selectFrom('grants').select('binding_id').where('holder_id', '=', holderId).where('kind', '=', 'share-funds');
  return (await query.where('state', '<>', 'ended').limit(1).executeTakeFirst()) !== undefined;
}

/** Those whose costs may be taken from the holder's account. */
export async function findSharers(
  reader: Reader,
  holderId: string,
): Promise<readonly { readonly bindingId: string; readonly relativeId: string }[]> {
  const query = reader.selectFrom('grants').innerJoin('bindings', 'bindings.id', 'grants.binding_id');
  return query
    .select(['bindings.id as bindingId', 'bindings.relative_id as relativeId'])
    .where('grants.holder_id', '=', holderId)
    .where('grants.kind', '=', 'share-funds')
    .where('grants.state', 'in', ['active', 'paused'])
    .orderBy('bindings.id')
    .execute();
}

export interface LimitChange {
  readonly ownerId: string;
  /** What stood until now; null: none, so that what is spent is counted from now on. */
  readonly fromFen: Fen | null;
  /** null: none from now on. */
  readonly toFen: Fen | null;
}

/** Under the locks of the owner's row and accounts. */
export async function saveSharedLimit(tx: Tx, deps: CoreDeps, { ownerId, fromFen, toFen }: LimitChange): Promise<void> {
  if (fromFen === toFen) return;
  const at = deps.now();
  if (toFen === null) await tx.deleteFrom('shared_limits').where('holder_id', '=', ownerId).execute();
  else
    await tx
      .insertInto('shared_limits')
      .values({ holder_id: ownerId, limit_fen: toFen, set_at: at })
      .onConflict((conflict) => conflict.column('holder_id').doUpdateSet({ limit_fen: toFen, ...(fromFen === null ? { set_at: at } : {}) }))
      .execute();
  await tx.insertInto('shared_limit_changes').values({ holder_id: ownerId, from_fen: fromFen, to_fen: toFen, at }).execute();
}

/** In the calendar month of `on`. */
export async function countLimitChanges(reader: Reader, holderId: string, on: PlainDate): Promise<number> {
  const query = reader.selectFrom('shared_limit_changes').select(({ fn }) => fn.countAll<number>().as('count'));
  const ofMonth = query.where('holder_id', '=', holderId).where('at', '>=', startOfMonth(on)).where('at', '<', startOfNextMonth(on));
  return (await ofMonth.executeTakeFirstOrThrow()).count;
}

/** From when on what is taken counts; undefined: there is no limit. */
export const findLimitSetAt = async (reader: Reader, holderId: string): Promise<Date | undefined> =>
  (await reader.selectFrom('shared_limits').select('set_at').where('holder_id', '=', holderId).executeTakeFirst())?.set_at;
