import { sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { InstitutionFacts, SmEnvelope } from '../requests';
import { open, seal } from './sealing';
import type { Reader, Tx } from './transaction';

/** The same code again keeps its id and its envelope. */
export async function saveInstitution(tx: Tx, deps: CoreDeps, institution: InstitutionFacts): Promise<string> {
  const id = deps.newId();
  const changing = {
    name: institution.name,
    region_code: institution.regionCode,
    kind: institution.kind,
  };
  const row = await tx
    .insertInto('institutions')
    .values({ ...changing, id, holder_id: id, code: institution.code, registered_at: deps.now() })
    .onConflict((conflict) => conflict.constraint('institutions__one_per_code').doUpdateSet(changing))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Locks the institution, so that its keys are counted and changed one after the other. */
export async function lockInstitution(tx: Tx, code: string): Promise<string | undefined> {
  return (await tx.selectFrom('institutions').select('id').where('code', '=', code).forNoKeyUpdate().executeTakeFirst())?.id;
}

/** null: plain messages from the next one on. Answers false, and changes nothing, where it stands so already. */
export async function saveEnvelope(
  tx: Tx,
  deps: CoreDeps,
  { institutionId, sm }: { readonly institutionId: string; readonly sm: SmEnvelope | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('institutions')
    .set({ sm_sealed: sm === null ? null : seal(deps, JSON.stringify(sm)) })
    .where('id', '=', institutionId)
    .where('sm_sealed', sm === null ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function findKeysInUse(reader: Reader, institutionId: string): Promise<readonly string[]> {
  const query = reader.selectFrom('institution_keys').select('access_key').where('holder_id', '=', institutionId);
  const rows = await query.where('removed_at', 'is', null).orderBy('added_at').orderBy('access_key').execute();
  return rows.map((row) => row.access_key);
}

export interface KnownInstitution {
  readonly institutionId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'hospital' | 'pharmacy';
  /** null: plain messages. */
  readonly sm: SmEnvelope | null;
  /** For checking its signature; it goes nowhere else. */
  readonly secretKey: string;
}

export interface InstitutionKey {
  readonly institutionId: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A pair that is there already is in use again, with this secret. Throws where another institution has the access key. */
export async function saveKey(tx: Tx, deps: CoreDeps, { institutionId, accessKey, secretKey }: InstitutionKey): Promise<void> {
  const secret_sealed = seal(deps, secretKey);
  await tx
    .insertInto('institution_keys')
    .values({ access_key: accessKey, holder_id: institutionId, secret_sealed, added_at: deps.now(), removed_at: null })
    .onConflict((conflict) =>
      conflict
        .column('access_key')
        .doUpdateSet({ secret_sealed, removed_at: null })
        .where('institution_keys.holder_id', '=', institutionId),
    )
    .returning('access_key')
    .executeTakeFirstOrThrow();
}

/** Kept with the day it went, so that nobody gets the same access key again. */
export async function removeKeys(tx: Tx, deps: CoreDeps, accessKeys: readonly string[]): Promise<void> {
  if (accessKeys.length === 0) return;
  await tx
    .updateTable('institution_keys')
    .set({ removed_at: deps.now() })
    .where('access_key', 'in', [...accessKeys])
    .execute();
}

/** By access key; one that is nobody's is not in the answer. */
export async function findInstitutions(
  reader: Reader,
  deps: CoreDeps,
  accessKeys: readonly string[],
): Promise<ReadonlyMap<string, KnownInstitution>> {
  const rows = await reader
    .selectFrom('institution_keys as key')
    .innerJoin('institutions as one', 'one.id', 'key.holder_id')
    .select(['key.access_key', 'one.id', 'one.code', 'one.name', 'one.kind', 'one.sm_sealed', 'key.secret_sealed'])
    .where('key.access_key', '=', sql<string>`any(${[...new Set(accessKeys)]}::text[])`)
    .where('key.removed_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ access_key: accessKey, id: institutionId, code, name, kind, sm_sealed: sealed, secret_sealed: secret }) => {
      const sm = sealed === null ? null : (JSON.parse(open(deps, sealed)) as SmEnvelope);
      return [accessKey, { institutionId, code, name, kind, sm, secretKey: open(deps, secret) }];
    }),
  );
}

export async function findInstitutionNames(reader: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await reader.selectFrom('institutions').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
