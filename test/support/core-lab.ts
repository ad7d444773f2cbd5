import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { type CoreDeps, databaseOf, enrolPeople, one, openPostgres, type Pool, registerInstitutions } from '@gongji/core';
import { type Fen, fen, type InsuranceState, plainDate, type Scheme } from '@gongji/domain';
import { readWorkingCalendar } from '../../apps/bff/src/outside/working-calendar';
import { freshDatabase } from './fresh-database';
import { freshPglite } from './fresh-pglite';
import { shippedPolicyBook } from './rule-pack-files';
import { openRegisterDesk, type RegisterDesk } from './register-desk';
import { openTaxDesk, type TaxDesk } from './tax-desk';

// The core on a real database with the repository's rule packs; the clock, the tax office and the insurance register are the test's.

export type Engine = 'pglite' | 'postgres';
export const ENGINES: readonly Engine[] = ['pglite', 'postgres'];

/** A Monday, 10:00 in Shanghai, while the premium year 2027 is open. */
export const MONDAY = new Date('2026-11-23T02:00:00Z');

export interface CoreLab {
  readonly deps: CoreDeps;
  readonly tax: TaxDesk;
  readonly register: RegisterDesk;
  readonly pool: Pool;
  /** Of the database; null: embedded. */
  readonly url: string | null;
  readonly institutionId: string;
  /** Another process on the same database: own connections, and nothing in memory that it shares with the first. Closed with the lab. */
  readonly openProcess: () => CoreDeps;
  readonly setClock: (at: Date) => void;
  readonly close: () => Promise<void>;
}

/** `login`: on PostgreSQL, who the core connects as; the owner of everything otherwise. */
export async function openLab(engine: Engine, connections = 20, login?: string): Promise<CoreLab> {
  return openLabOn(await openEmpty(engine, connections, login));
}

/** On a migrated database. */
export async function openLabOn({ pool, url, openAgain, close }: Empty): Promise<CoreLab> {
  let at = MONDAY;
  const tax = openTaxDesk();
  const register = openRegisterDesk();
  const deps: CoreDeps = {
    pool,
    db: databaseOf(pool),
    now: () => at,
    newId: randomUUID,
    randomBytes,
    policies: shippedPolicyBook(),
    keys: { certificateKey: Buffer.alloc(32, 1), certificateIndexKey: Buffer.alloc(32, 2), ledgerKey: Buffer.alloc(32, 3) },
    calendar: readWorkingCalendar(),
    taxOffice: tax,
    insuranceRegister: register,
  };
  const { institutionId } = await one(registerInstitutions)(deps, HOSPITAL);
  return {
    deps,
    tax,
    register,
    pool,
    url,
    institutionId,
    openProcess: () => {
      const again = openAgain();
      return { ...deps, pool: again, db: databaseOf(again) };
    },
    close,
    setClock: (next) => {
      at = next;
    },
  };
}

export const HOSPITAL = {
  code: 'H44030000001',
  name: '深圳演示医院',
  regionCode: '440300',
  kind: 'hospital',
  accessKey: 'demo-hospital',
  secretKey: 'secret',
} as const;

export interface Empty {
  readonly pool: Pool;
  readonly url: string | null;
  readonly openAgain: () => Pool;
  readonly close: () => Promise<void>;
}

async function openEmpty(engine: Engine, connections: number, login?: string): Promise<Empty> {
  if (engine === 'pglite') {
    const pool = await freshPglite();
    return { pool, url: null, openAgain: () => pool, close: () => pool.end() };
  }
  const database = await freshDatabase();
  const url = new URL(database.url);
  if (login !== undefined) url.username = login;
  const pools: Pool[] = [];
  const openAgain = (): Pool => {
    const pool = login === undefined ? database.openPool(connections) : openPostgres({ url: url.href, connections });
    pools.push(pool);
    return pool;
  };
  return {
    pool: openAgain(),
    url: database.url,
    openAgain,
    close: async () => {
      for (const pool of pools) await pool.end();
      await database.drop();
    },
  };
}

export interface NewPerson {
  readonly name?: string;
  readonly scheme?: Scheme;
  readonly regionCode?: string;
  readonly birthDate?: string;
  readonly insuranceState?: InsuranceState;
  readonly currentYearFen?: number;
  readonly carriedOverFen?: number;
}

let serial = randomInt(500_000_000);

/** Somebody who was never seen before, as the register has them. */
export function describePerson(person: NewPerson = {}) {
  serial += 1;
  const scheme = person.scheme ?? 'employee';
  // Counted, not drawn: of thousands of people two would now and then be one.
  const certificateNumber: string = `A${String(serial).padStart(9, '0')}`;
  const account =
    scheme !== 'employee'
      ? null
      : { currentYearFen: fen(person.currentYearFen ?? 180_000), carriedOverFen: fen(person.carriedOverFen ?? 620_000) };
  return {
    name: person.name ?? `测试${'甲乙丙丁戊己庚辛壬癸'.charAt(serial % 10)}`,
    certificateKind: 'birth-certificate',
    certificateNumber,
    insurance: {
      regionCode: person.regionCode ?? '440300',
      scheme,
      insuranceState: person.insuranceState ?? 'normal',
      groups: [],
      birthDate: plainDate(person.birthDate ?? '1985-03-12'),
    },
    openid: `openid-${randomUUID()}`,
    account,
  } as const;
}

/** Enrols somebody new; what a binding request would say of them comes along. */
export async function enrol(world: CoreLab, person: NewPerson = {}) {
  const { account, ...described } = describePerson(person);
  const { personId } = await one(enrolPeople)(world.deps, { ...described, account });
  return { ...described, personId };
}
export type Person = Awaited<ReturnType<typeof enrol>>;

/** A parent in Meizhou with the resident scheme. */
export const enrolParent = (world: CoreLab, person: NewPerson = {}): Promise<Person> =>
  enrol(world, { scheme: 'resident', regionCode: '441400', birthDate: '1958-05-06', ...person });

export const newKey = (): string => randomUUID();

/** I1: what all accounts hold together. Zero, always: what came in came from somewhere, the opening account included. */
export async function totalOfEverything(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ total: number }>(
    `select ((select coalesce(sum(balance), 0) from accounts where kind = 'personal')
           + (select coalesce(sum(e.amount), 0) from entries e join accounts a on a.id = e.account_id where a.kind = 'clearing'))::bigint total`,
  );
  return rows[0]?.total ?? Number.NaN;
}

/** Accounts whose balance or frozen part is not what their entries say. None, always. */
export async function brokenAccounts(pool: Pool): Promise<readonly unknown[]> {
  const { rows } = await pool.query(
    `select a.id, a.balance, a.frozen, a.version, sum(e.amount), sum(e.frozen_delta), count(e.id) from accounts a left join entries e on e.account_id = a.id
      where a.kind = 'personal' group by a.id
     having a.balance <> coalesce(sum(e.amount), 0) or a.frozen <> coalesce(sum(e.frozen_delta), 0)
         or a.version <> count(e.id) or a.version <> coalesce(max(e.account_version), 0) or a.balance < 0 or a.frozen < 0`,
  );
  return rows;
}

export async function balanceOf(pool: Pool, personId: string): Promise<{ balanceFen: Fen; frozenFen: Fen }> {
  const { rows } = await pool.query<{ balance: Fen; frozen: Fen }>(
    'select coalesce(sum(balance), 0)::bigint balance, coalesce(sum(frozen), 0)::bigint frozen from accounts where holder_id = $1',
    [personId],
  );
  return { balanceFen: rows[0]?.balance ?? fen(-1), frozenFen: rows[0]?.frozen ?? fen(-1) };
}
