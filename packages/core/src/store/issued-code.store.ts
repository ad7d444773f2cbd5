import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import type { StoredBinding } from './binding.store';
import { noteChanged, type Scan } from './code.store';
import { bytesText, insertRows } from './insert-rows';
import { hashOf } from './sealing';
import type { InsuranceCodeRow, Tables } from './tables';
import type { Reader, Tx } from './transaction';

export interface NewCode {
  readonly id: string;
  readonly personId: string;
  readonly showerId: string;
  readonly bindingId: string | null;
  readonly deviceId: string;
  readonly payload: string;
  readonly expiresAt: Date;
}

/** A code that a phone worked out by itself: it is known from its scan on. */
export interface NewOfflineCode extends Omit<NewCode, 'id'> {
  readonly issuedAt: Date;
  readonly offlineKeyId: string;
  readonly offlineStep: number;
}

/** A phone that shows a person's code; it shows one at a time. */
type Showing = Pick<NewCode, 'personId' | 'showerId' | 'deviceId'>;

const showingName = ({ personId, showerId, deviceId }: Showing): string => `${personId} ${showerId} ${deviceId}`;

/** Ids of what these phones show now, by `showingName`; locked in the order of ids, after the bindings they rest on. */
export async function lockShown(tx: Tx, phones: readonly Showing[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<Pick<InsuranceCodeRow, 'id' | 'holder_id' | 'shower_id' | 'device_id'>>`
    select c.id, c.holder_id, c.shower_id, c.device_id
      from (select distinct * from unnest(${phones.map((phone) => phone.personId)}::uuid[], ${phones.map((phone) => phone.showerId)}::uuid[],
              ${phones.map((phone) => phone.deviceId)}::text[]) as p (holder_id, shower_id, device_id)) p,
      lateral (select * from insurance_codes c where c.holder_id = p.holder_id and c.shower_id = p.shower_id and c.device_id = p.device_id
                  and c.replaced_at is null and c.scanned_at is null offset 0) c`.execute(tx);
  const live = await lockLive(
    tx,
    rows.map((row) => row.id),
  );
  const named = rows.filter((row) => live.has(row.id));
  return new Map(named.map((row) => [showingName({ personId: row.holder_id, showerId: row.shower_id, deviceId: row.device_id }), row.id]));
}

/** Those of them that are neither scanned nor replaced, now that nobody else can do it. */
async function lockLive(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const query = tx.selectFrom('insurance_codes').select('id').where('id', '=', anyOf(ids));
  const live = query.where('replaced_at', 'is', null).where('scanned_at', 'is', null);
  return new Set((await live.orderBy('id').forNoKeyUpdate().execute()).map((row) => row.id));
}

/** Issues codes and ends those that the same phones showed before, `shown` or earlier in the list. */
export async function issueCodes(
  tx: Tx,
  deps: CoreDeps,
  { codes, shown }: { readonly codes: readonly NewCode[]; readonly shown: ReadonlyMap<string, string> },
): Promise<void> {
  if (codes.length === 0) return;
  const now = deps.now();
  const last = new Map(codes.map((code) => [showingName(code), code.id]));
  const before = [...last.keys()].flatMap((name) => shown.get(name) ?? []);
  const over = new Set(codes.filter((code) => last.get(showingName(code)) !== code.id).map(({ id }) => id));
  await Promise.all([
    replace(tx, deps, before),
    insertRows(tx, 'insurance_codes', {
      rows: codes.map((code) => ({
        ...columnsOf(code),
        id: code.id,
        issued_at: now,
        replaced_at: over.has(code.id) ? now : null,
      })),
    }),
  ]);
  noteChanged(tx, deps, [...over]);
}

async function replace(tx: Tx, deps: CoreDeps, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('insurance_codes').set({ replaced_at: deps.now() }).where('id', '=', anyOf(ids)).execute();
  noteChanged(tx, deps, ids);
}

const columnsOf = (code: Omit<NewCode, 'id'>) => ({
  holder_id: code.personId,
  shower_id: code.showerId,
  binding_id: code.bindingId,
  device_id: code.deviceId,
  payload_hash: bytesText(hashOf(code.payload)),
  expires_at: code.expiresAt,
});

/** Issued and scanned in one: the phone could not say so itself. A step that was burnt before violates the database's rule; it is asked about first. */
export async function issueScanned(tx: Tx, deps: CoreDeps, { code, scan }: ScannedOffline): Promise<string> {
  const id = deps.newId();
  const row = {
    ...columnsOf(code),
    id,
    issued_at: code.issuedAt,
    offline_key_id: code.offlineKeyId,
    offline_step: code.offlineStep,
    scanned_at: deps.now(),
    institution_id: scan.institutionId,
    token_hash: bytesText(hashOf(scan.token)),
    token_expires_at: scan.tokenExpiresAt,
  };
  await insertRows(tx, 'insurance_codes', { rows: [row] });
  return id;
}

export interface ScannedOffline {
  readonly code: NewOfflineCode;
  readonly scan: Omit<Scan, 'codeId'>;
}

export async function isStepBurnt(reader: Reader, keyId: string, step: number): Promise<boolean> {
  const query = reader.selectFrom('insurance_codes').select('id').where('offline_key_id', '=', keyId).where('offline_step', '=', step);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Ends what a phone shows now, of anybody. */
export async function replaceShown(tx: Tx, deps: CoreDeps, { showerId, deviceId }: Pick<NewCode, 'showerId' | 'deviceId'>): Promise<void> {
  await replaceLive(tx, deps, liveCodes(tx).where('shower_id', '=', showerId).where('device_id', '=', deviceId));
}

/** Ends everything that this person shows now, and everybody's showing of this person. */
export async function replaceAllShown(tx: Tx, deps: CoreDeps, personId: string): Promise<void> {
  await replaceLive(tx, deps, liveCodes(tx).where(isAbout([personId])));
}

/** Whoever watches what is shown on this locked binding is to look again whether it still may be. */
export async function noteShownOn(tx: Tx, deps: CoreDeps, binding: Pick<StoredBinding, 'id' | 'ownerId' | 'relativeId'>): Promise<void> {
  const onIt = liveCodes(tx).where('holder_id', '=', binding.relativeId).where('shower_id', '=', binding.ownerId);
  const ids = (await onIt.where('binding_id', '=', binding.id).execute()).map((row) => row.id);
  noteChanged(tx, deps, ids);
}

/** Locks what is shown by these people or of them, scanned or not, until it is settled. */
export async function lockCodesAbout(tx: Tx, people: readonly string[]): Promise<void> {
  const codes = tx.selectFrom('insurance_codes').select('id').where('replaced_at', 'is', null).where('settled_at', 'is', null);
  await codes.where(isAbout(people)).orderBy('id').forNoKeyUpdate().execute();
}

const isAbout =
  (people: readonly string[]) =>
  (where: ExpressionBuilder<Tables, 'insurance_codes'>): Expression<SqlBool> =>
    where.or([where('shower_id', '=', anyOf(people)), where('holder_id', '=', anyOf(people))]);

const liveCodes = (tx: Tx) =>
  tx.selectFrom('insurance_codes').select('id').where('replaced_at', 'is', null).where('scanned_at', 'is', null);

async function replaceLive(tx: Tx, deps: CoreDeps, live: ReturnType<typeof liveCodes>): Promise<void> {
  const ids = (await live.orderBy('id').forNoKeyUpdate().execute()).map((row) => row.id);
  await replace(tx, deps, ids);
}
