import { ageOn, maskCertificate, maskName, type PersonFacts, plainDate, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { PersonRequest } from '../outcome';
import type { Insurance, RegisterChange } from '../outside';
import type { EnrolPerson } from '../requests';
import type { PersonCard } from '../views/person-view';
import { anyOf } from './any-of';
import { blindIndex, open, seal } from './sealing';
import type { PersonRow } from './tables';
import type { Reader, Tx } from './transaction';

/** Answers the id, and whether something has changed that can end a binding. */
export interface SavedPerson {
  readonly personId: string;
  readonly hasMoved: boolean;
}

/** Writes the person or brings the register's facts up to date. An openid once known stays. */
export async function savePerson(tx: Tx, deps: CoreDeps, person: Omit<EnrolPerson, 'account'>): Promise<SavedPerson> {
  const { insurance } = person;
  const now = deps.now();
  const facts = { name_sealed: seal(deps, person.name), ...insuranceRow(insurance), changed_at: now };
  const openidIndex = person.openid === null ? null : blindIndex(deps, 'openid', person.openid);
  const before = await byCertificate(tx, deps, person).selectAll().forNoKeyUpdate().executeTakeFirst();
  const row = await tx
    .insertInto('persons')
    .values({
      ...facts,
      id: deps.newId(),
      openid_index: openidIndex,
      certificate_kind: person.certificateKind,
      certificate_sealed: seal(deps, person.certificateNumber),
      certificate_index: certificateIndex(deps, person),
      enrolled_at: now,
      left_at: null,
    })
    // No column that foreign keys or look-ups use: updating one would lock the person against everybody who writes a row that refers to them.
    .onConflict((conflict) => conflict.constraint('persons__one_per_certificate').doUpdateSet(facts))
    .returning(['id', 'openid_index'])
    .executeTakeFirstOrThrow();
  if (openidIndex !== null && row.openid_index === null)
    await tx.updateTable('persons').set({ openid_index: openidIndex }).where('id', '=', row.id).execute();
  return { personId: row.id, hasMoved: before !== undefined && isMoved(before, facts) };
}

interface Changed {
  /** As they stood before, under lock. */
  readonly person: PersonRow;
  readonly change: RegisterChange;
}

/** How the register has the person from now on. Answers whether something has changed that can end a binding. */
export async function saveRegisterChange(tx: Tx, deps: CoreDeps, { person, change }: Changed): Promise<boolean> {
  const row = { ...insuranceRow(change.insurance), died_on: change.diedOn };
  await tx
    .updateTable('persons')
    .set({ ...row, changed_at: deps.now() })
    .where('id', '=', person.id)
    .execute();
  return isMoved(person, row);
}

const insuranceRow = (insurance: Insurance) => ({
  birth_date: insurance.birthDate,
  region_code: insurance.regionCode,
  scheme: insurance.scheme,
  insurance_state: insurance.insuranceState,
  groups: [...insurance.groups],
});

const MOVING = ['region_code', 'scheme', 'insurance_state', 'died_on'] as const;

/** What the rules on ending by itself look at. */
const isMoved = (before: PersonRow, after: Partial<PersonRow>): boolean =>
  MOVING.some((column) => after[column] !== undefined && after[column] !== before[column]);

/** The kind belongs to the key: a birth certificate and an identity card may carry the same characters. */
const certificateIndex = (deps: CoreDeps, person: Certificate): Buffer =>
  blindIndex(deps, 'certificate', `${person.certificateKind}\n${person.certificateNumber}`);

type Certificate = Pick<EnrolPerson, 'certificateKind' | 'certificateNumber'>;

export async function findPersonIdByCertificate(reader: Reader, deps: CoreDeps, person: Certificate): Promise<string | undefined> {
  return (await byCertificate(reader, deps, person).select('id').executeTakeFirst())?.id;
}

/** In the order given; undefined for those whom nobody here knows. */
export async function findPersonIdsByCertificate(
  reader: Reader,
  deps: CoreDeps,
  people: readonly Certificate[],
): Promise<readonly (string | undefined)[]> {
  if (people.length === 0) return [];
  const indexes = people.map((person) => certificateIndex(deps, person));
  const rows = await reader.selectFrom('persons').select(['id', 'certificate_index']).where('certificate_index', 'in', indexes).execute();
  const ids = new Map(rows.map((row) => [row.certificate_index.toString('hex'), row.id]));
  return indexes.map((index) => ids.get(index.toString('hex')));
}

const byCertificate = (reader: Reader, deps: CoreDeps, person: Certificate) =>
  reader.selectFrom('persons').where('certificate_index', '=', certificateIndex(deps, person));

export async function findPersonIdByOpenid(reader: Reader, deps: CoreDeps, openid: string): Promise<string | undefined> {
  const query = reader
    .selectFrom('persons')
    .select('id')
    .where('openid_index', '=', blindIndex(deps, 'openid', openid));
  return (await query.executeTakeFirst())?.id;
}

/** First in the lock order: bindings of these people are counted and made one after the other. Answers who of them is here. */
export async function lockPersons(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return ids.length === 0 ? new Set() : thoseHere(await toLock(tx, ids).forNoKeyUpdate().execute());
}

/** Those who ask. */
export const lockActors = (tx: Tx, requests: readonly PersonRequest[]): Promise<ReadonlySet<string>> =>
  lockPersons(
    tx,
    requests.map(({ actorId }) => actorId),
  );

/** As early in the lock order: any number may hold these people at once, and meanwhile none of them leaves or takes a consent back. Answers who of them is here. */
export async function holdPersons(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return ids.length === 0 ? new Set() : thoseHere(await toLock(tx, ids).forShare().execute());
}

const toLock = (tx: Tx, ids: readonly string[]) =>
  tx.selectFrom('persons').select(['id', 'left_at']).where('id', '=', anyOf(ids)).orderBy('id');

const thoseHere = (rows: readonly Pick<PersonRow, 'id' | 'left_at'>[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ id, left_at: leftAt }) => (leftAt === null ? [id] : [])));

/** What names somebody who leaves is gone for good; the row stays, since the books refer to it. Nobody finds it by a number or logs in as it. */
export async function forgetPerson(tx: Tx, deps: CoreDeps, personId: string): Promise<void> {
  const nobody = {
    openid_index: null,
    certificate_sealed: seal(deps, ''),
    certificate_index: deps.randomBytes(32),
    name_sealed: seal(deps, WHO_LEFT),
    birth_date: plainDate('1900-01-01'),
    groups: [],
    insurance_state: 'none' as const,
    left_at: deps.now(),
    changed_at: deps.now(),
  };
  await tx.updateTable('persons').set(nobody).where('id', '=', personId).execute();
}

const READ = [
  'id',
  'certificate_kind',
  'certificate_sealed',
  'name_sealed',
  'birth_date',
  'region_code',
  'scheme',
  'insurance_state',
  'groups',
  'died_on',
  'changed_at',
  'left_at',
] as const satisfies readonly (keyof PersonRow)[];

export async function findPersons(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.selectFrom('persons').select(READ).where('id', '=', anyOf(ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findPerson(reader: Reader, id: string): Promise<PersonRow | undefined> {
  return (await findPersons(reader, [id])).get(id);
}

export const insuranceOf = (row: PersonRow): Insurance => ({
  birthDate: row.birth_date,
  regionCode: row.region_code,
  scheme: row.scheme,
  insuranceState: row.insurance_state,
  groups: row.groups,
});

export const factsOf = (row: PersonRow): PersonFacts => ({ ...insuranceOf(row), id: row.id, diedOn: row.died_on });

const names = new WeakMap<PersonRow, string>();

/** Decrypted once per row: the same row's name appears in several notices and views. */
export function nameOf(deps: CoreDeps, row: PersonRow): string {
  const name = names.get(row) ?? open(deps, row.name_sealed);
  names.set(row, name);
  return name;
}

export const certificateNumberOf = (deps: CoreDeps, row: PersonRow): string => open(deps, row.certificate_sealed);

/** Enrolled, and has not left: whoever has is told nothing more, and their books stand at zero. */
export const isHere = (row: PersonRow | undefined): row is PersonRow => row !== undefined && row.left_at === null;

export const maskedNameOf = (deps: CoreDeps, row: PersonRow): string => (row.left_at === null ? maskName(nameOf(deps, row)) : WHO_LEFT);

const WHO_LEFT = '已注销的人';

/** `mark`: what tells the person from another of the reader's (facts/known); null: nothing has to. */
export const cardOf = (deps: CoreDeps, row: PersonRow, mark: string | null): PersonCard => ({
  personId: row.id,
  maskedName: maskedNameOf(deps, row),
  mark,
  maskedCertificate: maskCertificate(certificateNumberOf(deps, row)),
  regionCode: row.region_code,
  regionName: regionNameOf(deps, row.region_code),
  scheme: row.scheme,
  age: ageOn(row.birth_date, shanghaiDate(deps.now())),
});

interface Then {
  readonly mark: string | null;
  /** Where they were insured when it was written down. */
  readonly regionCode: string;
}

/** The same of somebody with whom nothing has been agreed yet, or no more: nothing that may have changed since. */
export const cardAsOf = (deps: CoreDeps, row: PersonRow, { mark, regionCode }: Then): PersonCard => ({
  ...cardOf(deps, row, mark),
  regionCode,
  regionName: regionNameOf(deps, regionCode),
  scheme: null,
});

/** The code itself where no pack names the place. */
export const regionNameOf = (deps: CoreDeps, regionCode: string): string =>
  deps.policies.policyFor(regionCode, shanghaiDate(deps.now()))?.regionName ?? regionCode;
