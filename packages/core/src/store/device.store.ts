import { type Fen, type PlainDate, startOfDay } from '@gongji/domain';
import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { seal } from './sealing';
import type { DeviceRow, OfflineKeyRow } from './device-tables';
import type { Reader, Tx } from './transaction';

export interface OwnDevice {
  readonly holderId: string;
  readonly deviceId: string;
}

/** Gives the phone its name; one that was removed is there again. */
export async function saveDevice(
  tx: Tx,
  deps: CoreDeps,
  { holderId, deviceId, name }: OwnDevice & { readonly name: string },
): Promise<void> {
  const named = { name, named_at: deps.now(), removed_at: null };
  await tx
    .insertInto('devices')
    .values({ holder_id: holderId, device_id: deviceId, ...named })
    .onConflict((conflict) => conflict.columns(['holder_id', 'device_id']).doUpdateSet(named))
    .execute();
}

export async function markRemoved(tx: Tx, deps: CoreDeps, { holderId, deviceId }: OwnDevice): Promise<void> {
  const now = deps.now();
  await tx
    .insertInto('devices')
    .values({ holder_id: holderId, device_id: deviceId, name: '', named_at: now, removed_at: now })
    .onConflict((conflict) => conflict.columns(['holder_id', 'device_id']).doUpdateSet({ removed_at: now }))
    .execute();
}

/** All of them removed, without what the person called them. */
export async function forgetDevices(tx: Tx, deps: CoreDeps, holderId: string): Promise<void> {
  await tx.updateTable('devices').set({ name: '', removed_at: deps.now() }).where('holder_id', '=', holderId).execute();
}

export const findDevices = (reader: Reader, holderIds: readonly string[]): Promise<DeviceRow[]> =>
  reader.selectFrom('devices').selectAll().where('holder_id', '=', anyOf(holderIds)).execute();

/** When each phone of this person last showed a code, of those shown since; offline ones come in at the scan. */
export async function findLastShown(reader: Reader, showerId: string, since: Date): Promise<ReadonlyMap<string, Date>> {
  const query = reader.selectFrom('insurance_codes').select(['device_id', ({ fn }) => fn.max('issued_at').as('last')]);
  const rows = await query.where('shower_id', '=', showerId).where('issued_at', '>=', since).groupBy('device_id').execute();
  return new Map(rows.map((row) => [row.device_id, row.last]));
}

export interface NewOfflineKey {
  readonly personId: string;
  readonly showerId: string;
  readonly bindingId: string | null;
  readonly deviceId: string;
  readonly handle: string;
  /** base64url; kept sealed. */
  readonly secret: string;
}

/** Gives a key and revokes the one that this phone had of this person before. */
export async function saveOfflineKey(tx: Tx, deps: CoreDeps, key: NewOfflineKey): Promise<string> {
  const now = deps.now();
  const whose = { holder_id: key.personId, shower_id: key.showerId, device_id: key.deviceId };
  const former = tx.updateTable('offline_keys').set({ revoked_at: now }).where('revoked_at', 'is', null);
  await former
    .where('holder_id', '=', whose.holder_id)
    .where('shower_id', '=', whose.shower_id)
    .where('device_id', '=', whose.device_id)
    .execute();
  const id = deps.newId();
  const secretSealed = seal(deps, key.secret);
  await tx
    .insertInto('offline_keys')
    .values({
      ...whose,
      id,
      binding_id: key.bindingId,
      handle: key.handle,
      secret_sealed: secretSealed,
      given_at: now,
      revoked_at: null,
    })
    .execute();
  return id;
}

export async function findOfflineKey(reader: Reader, id: string): Promise<OfflineKeyRow | undefined> {
  return reader.selectFrom('offline_keys').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findOfflineKeysByHandle(reader: Reader, handles: readonly string[]): Promise<ReadonlyMap<string, OfflineKeyRow>> {
  if (handles.length === 0) return new Map();
  const rows = await reader
    .selectFrom('offline_keys')
    .selectAll()
    .where('handle', 'in', [...handles])
    .execute();
  return new Map(rows.map((row) => [row.handle, row]));
}

/** Those that stand, on this person's phones or for this person's code. */
export const findOfflineKeysAbout = (reader: Reader, personId: string): Promise<OfflineKeyRow[]> =>
  reader
    .selectFrom('offline_keys')
    .selectAll()
    .where((where) => where.or([where('shower_id', '=', personId), where('holder_id', '=', personId)]))
    .where('revoked_at', 'is', null)
    .orderBy('given_at')
    .orderBy('id')
    .execute();

/** Every key of these people's codes that stands, in the order of ids, between bindings and codes: their scans of a day are counted under it. */
export async function lockOfflineKeysOf(tx: Tx, holderIds: readonly string[]): Promise<void> {
  if (holderIds.length === 0) return;
  const query = tx.selectFrom('offline_keys').select('id').where('holder_id', '=', anyOf(holderIds));
  await query.where('revoked_at', 'is', null).orderBy('id').forNoKeyUpdate().execute();
}

export async function revokeOfflineKeys(tx: Tx, deps: CoreDeps, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const query = tx.updateTable('offline_keys').set({ revoked_at: deps.now() }).where('id', '=', anyOf(ids));
  await query.where('revoked_at', 'is', null).execute();
}

/** How many offline codes of a person were scanned on a day in Shanghai. */
export async function countOfflineScans(reader: Reader, holderId: string, day: PlainDate): Promise<number> {
  const query = reader.selectFrom('insurance_codes').select(({ fn }) => fn.countAll<number>().as('count'));
  const ofHolder = query.where('holder_id', '=', holderId).where('offline_key_id', 'is not', null);
  return (await ofHolder.where('scanned_at', '>=', startOfDay(day)).executeTakeFirstOrThrow()).count;
}

/** What accounts paid on offline codes of each person on a day in Shanghai, so far. */
export async function findOfflineSpent(reader: Reader, holderIds: readonly string[], day: PlainDate): Promise<ReadonlyMap<string, Fen>> {
  if (holderIds.length === 0) return new Map();
  const { rows } = await sql<{ holder_id: string; spent: Fen }>`
    select s.holder_id, sum(s.account_fen)::bigint spent from settlements s join insurance_codes c on c.id = s.code_id
     where s.holder_id = any(${holderIds}::uuid[]) and s.at >= ${startOfDay(day)} and c.offline_key_id is not null
       and not exists (select from settlement_voids v where v.settlement_id = s.id) group by s.holder_id`.execute(reader);
  return new Map(rows.map((row) => [row.holder_id, row.spent]));
}
