import type { CoreDeps } from '../deps';
import type { RegisterInstitution } from '../requests';
import { open, seal } from './sealing';
import type { Reader, Tx } from './transaction';

/** The same code again keeps its id and takes the new name and keys. */
export async function saveInstitution(tx: Tx, deps: CoreDeps, institution: RegisterInstitution): Promise<string> {
  const id = deps.newId();
  const changing = {
    name: institution.name,
    region_code: institution.regionCode,
    kind: institution.kind,
    access_key: institution.accessKey,
    secret_sealed: seal(deps, institution.secretKey),
  };
  const row = await tx
    .insertInto('institutions')
    .values({ ...changing, id, holder_id: id, code: institution.code, registered_at: deps.now() })
    .onConflict((conflict) => conflict.constraint('institutions__one_per_code').doUpdateSet(changing))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findInstitution(reader: Reader, deps: CoreDeps, accessKey: string) {
  const row = await reader.selectFrom('institutions').selectAll().where('access_key', '=', accessKey).executeTakeFirst();
  if (row === undefined) return null;
  return { institutionId: row.id, code: row.code, name: row.name, kind: row.kind, secretKey: open(deps, row.secret_sealed) };
}

export async function findInstitutionNames(reader: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await reader.selectFrom('institutions').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
