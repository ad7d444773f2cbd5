import { addMonths, type Binding, type Grant, groupBy, plainDate, type PlainDate, shanghaiDate, startOfDay, stands } from '@gongji/domain';
import { sql } from 'kysely';
import { anyOf } from './any-of';
import type { BindingRow, GrantRow } from './binding-tables';
import { hashOf } from './sealing';
import type { Reader, Tx } from './transaction';

/** The domain's binding, and what only the screens and the jobs need. */
export interface StoredBinding extends Binding {
  readonly createdAt: Date;
  readonly acceptBy: Date | null;
  /** The insurance of one of the two has changed, and nobody has looked at what that ends. */
  readonly toCheck: boolean;
}

/** Locked in the order of ids, before levies, codes, accounts and the request key. What is read afterwards is as of the lock. */
export async function lockBindings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.selectFrom('bindings').select('id').where('id', '=', anyOf(ids)).orderBy('id').forNoKeyUpdate().execute();
}

/** Every live binding on which somebody might pay for these people: locked, so that none ends while money moves. */
export async function lockBindingsOfRelatives(
  tx: Tx,
  relativeIds: readonly string[],
): Promise<readonly Pick<StoredBinding, 'id' | 'ownerId'>[]> {
  if (relativeIds.length === 0) return [];
  const rows = await liveOfRelatives(tx, relativeIds).orderBy('id').forNoKeyUpdate().execute();
  return rows.map((row) => ({ id: row.id, ownerId: row.holder_id }));
}

/** Every live binding of which one of these people is a side, locked in the order of ids. */
export async function lockBindingsOfPersons(tx: Tx, personIds: readonly string[]): Promise<readonly string[]> {
  if (personIds.length === 0) return [];
  const query = tx
    .selectFrom('bindings')
    .select('id')
    .where((where) => where.or([where('holder_id', '=', anyOf(personIds)), where('relative_id', '=', anyOf(personIds))]))
    .where('state', '<>', 'ended')
    .orderBy('id');
  return (await query.forNoKeyUpdate().execute()).map((row) => row.id);
}

/** Live ones, who bound first first. */
export async function findBindingsOfRelatives(reader: Reader, relativeIds: readonly string[]): Promise<readonly StoredBinding[]> {
  if (relativeIds.length === 0) return [];
  return asBound(await withGrants(reader, await liveOfRelatives(reader, relativeIds).execute()));
}

const liveOfRelatives = (reader: Reader, relativeIds: readonly string[]) =>
  reader.selectFrom('bindings').selectAll().where('relative_id', '=', anyOf(relativeIds)).where('state', '<>', 'ended');

const asBound = (bindings: readonly StoredBinding[]): readonly StoredBinding[] =>
  [...bindings].sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));

/** The same statements run whether or not the ids exist, so that the time it takes tells a stranger nothing about that. */
export async function findBindings(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, StoredBinding>> {
  if (ids.length === 0) return new Map();
  const [rows, grants] = await Promise.all([
    reader.selectFrom('bindings').selectAll().where('id', '=', anyOf(ids)).execute(),
    findGrantRows(reader, ids),
  ]);
  return byId(withThem(rows, grants));
}

export async function findBinding(reader: Reader, id: string): Promise<StoredBinding | undefined> {
  return (await findBindings(reader, [id])).get(id);
}

/** One's own, as either side; of anybody else's there is none. */
export async function findOwnBinding(reader: Reader, personId: string, id: string): Promise<StoredBinding | undefined> {
  const binding = await findBinding(reader, id);
  return binding?.ownerId === personId || binding?.relativeId === personId ? binding : undefined;
}

/** The live binding that the owner started with the relative; there is at most one. */
export const findLiveBinding = async (reader: Reader, ownerId: string, relativeId: string): Promise<StoredBinding | undefined> =>
  (await findLiveBindings(reader, [{ payerId: ownerId, personId: relativeId }])).get(pairName({ ownerId, relativeId }));

/** The same, once it was agreed to. */
export async function findStandingBinding(reader: Reader, ownerId: string, relativeId: string): Promise<StoredBinding | undefined> {
  const binding = await findLiveBinding(reader, ownerId, relativeId);
  return binding !== undefined && stands(binding.state) ? binding : undefined;
}

export const pairName = ({ ownerId, relativeId }: { readonly ownerId: string; readonly relativeId: string }): string =>
  `${ownerId} ${relativeId}`;

/** The same for many pairs, by `pairName`. */
export async function findLiveBindings(
  reader: Reader,
  pairs: readonly { readonly payerId: string; readonly personId: string }[],
): Promise<ReadonlyMap<string, StoredBinding>> {
  const live = sql`(select distinct * from unnest(${pairs.map(({ payerId }) => payerId)}::uuid[], ${pairs.map(({ personId }) => personId)}::uuid[])
                       as p (owner_id, relative_id)) p,
      lateral (select * from bindings b where b.holder_id = p.owner_id and b.relative_id = p.relative_id and b.state <> 'ended' offset 0) b`;
  const [bindings, grants] = await Promise.all([
    sql<BindingRow>`select b.* from ${live}`.execute(reader),
    sql<GrantRow>`select g.* from ${live}, lateral (select * from grants g where g.binding_id = b.id offset 0) g order by g.kind`.execute(
      reader,
    ),
  ]);
  return new Map(withThem(bindings.rows, grants.rows).map((binding) => [pairName(binding), binding]));
}

export async function findBindingsOfPerson(reader: Reader, personId: string): Promise<readonly StoredBinding[]> {
  const rows = await reader
    .selectFrom('bindings')
    .selectAll()
    .where((where) => where.or([where('holder_id', '=', personId), where('relative_id', '=', personId)]))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return withGrants(reader, rows);
}

/** Who is or was bound to these people, and as what; newest first. */
export async function findRelations(
  reader: Reader,
  personIds: readonly string[],
): Promise<readonly Pick<StoredBinding, 'ownerId' | 'relativeId' | 'relation'>[]> {
  if (personIds.length === 0) return [];
  const query = reader
    .selectFrom('bindings')
    .select(['holder_id as ownerId', 'relative_id as relativeId', 'relation'])
    .where((where) => where.or([where('holder_id', '=', anyOf(personIds)), where('relative_id', '=', anyOf(personIds))]));
  return query.orderBy('created_at', 'desc').orderBy('id').execute();
}

/** By the hash alone, whoever asks and whatever became of it. */
export async function findInvitation(reader: Reader, token: string): Promise<{ bindingId: string; relativeId: string } | undefined> {
  const query = reader.selectFrom('bindings').select(['id', 'relative_id']).where('invitation_hash', '=', hashOf(token));
  const row = await query.executeTakeFirst();
  return row === undefined ? undefined : { bindingId: row.id, relativeId: row.relative_id };
}

/** Bindings with which a code may be, or might have been, shown: of the calendar month of `on`. */
export const countStartedInMonth = async (reader: Reader, ownerId: string, on: PlainDate): Promise<number> => {
  const query = reader
    .selectFrom('bindings as b')
    .innerJoin('grants as g', (join) => join.onRef('g.binding_id', '=', 'b.id').on('g.kind', '=', 'show-code'))
    .select(({ fn }) => fn.countAll<number>().as('count'));
  return (await query.where('b.holder_id', '=', ownerId).where('b.created_at', '>=', startOfMonth(on)).executeTakeFirstOrThrow()).count;
};

export const startOfMonth = (on: PlainDate): Date => startOfDay(plainDate(`${on.slice(0, 7)}-01`));
export const startOfNextMonth = (on: PlainDate): Date => startOfDay(addMonths(plainDate(`${on.slice(0, 7)}-01`), 1));

/** Everybody for whom the owner's account could ever be used, and whoever is invited to it now. */
export async function findEverUsers(reader: Reader, ownerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ relative_id: string }>`
    select distinct b.relative_id from bindings b join grants g on g.binding_id = b.id and g.kind = 'share-funds'
     where b.holder_id = ${ownerId} and (g.state <> 'ended' or exists (
       select 1 from grant_changes c where c.binding_id = b.id and c.kind = 'share-funds' and c.to_state = 'active'))`.execute(reader);
  return rows.map((row) => row.relative_id);
}

async function withGrants(reader: Reader, rows: readonly BindingRow[]): Promise<readonly StoredBinding[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  return withThem(rows, await findGrantRows(reader, ids));
}

const findGrantRows = async (reader: Reader, ids: readonly string[]): Promise<readonly GrantRow[]> =>
  (await sql<GrantRow>`select * from grants where binding_id = any(${ids}::uuid[]) order by kind`.execute(reader)).rows;

function withThem(rows: readonly BindingRow[], grants: readonly GrantRow[]): readonly StoredBinding[] {
  const byBinding = groupBy(grants, (grant) => grant.binding_id);
  return rows.map((row) => bindingOf(row, byBinding.get(row.id) ?? []));
}

const bindingOf = (row: BindingRow, grants: readonly GrantRow[]): StoredBinding => ({
  id: row.id,
  ownerId: row.holder_id,
  relativeId: row.relative_id,
  relation: row.relation,
  state: row.state,
  grants: grants.map(grantOf),
  createdOn: shanghaiDate(row.created_at),
  ownerRegionCode: row.owner_region_code,
  relativeRegionCode: row.relative_region_code,
  createdAt: row.created_at,
  acceptBy: row.accept_by,
  toCheck: row.checked_at === null,
});

const grantOf = (row: GrantRow): Grant => ({
  kind: row.kind,
  state: row.state,
  reason: row.reason,
  agreedBy: row.agreed_by,
  agreedOn: row.agreed_on,
  uses: row.uses,
  capPerPaymentFen: row.cap_per_payment_fen,
  capPerMonthFen: row.cap_per_month_fen,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  place: row.place,
});

const byId = (bindings: readonly StoredBinding[]): ReadonlyMap<string, StoredBinding> =>
  new Map(bindings.map((binding) => [binding.id, binding]));
