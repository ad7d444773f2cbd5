import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf, migrate, openPglite, openPostgres, readAccount } from '@gongji/core';
import {
  BINDING_STATES,
  bindingStateOf,
  GRANT_REASONS,
  GRANT_STATES,
  GRANT_STEPS,
  type GrantState,
  mayStepGrant,
  PREMIUM_STATES,
  mayStepPremium,
  PREMIUM_REASONS,
  PREMIUM_STEPS,
  REFUND_REASONS,
} from '@gongji/domain';
import { type CoreLab, ENGINES, enrol, openLab } from '../support/core-lab';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** What a binding's state can do by any step of one or both of its grants. One that has ended stays so. */
function bindingSteps(): readonly string[] {
  const pairs = GRANT_STATES.flatMap((one) => [...GRANT_STATES, undefined].map((other) => [one, other]));
  const steps = pairs.flatMap((pair) =>
    GRANT_REASONS.flatMap((reason) =>
      [[0], [1], [0, 1]].flatMap((moving) => {
        if (!moving.every((index) => mayStepGrant(pair[index] ?? 'none', reason))) return [];
        const after = pair.map((state, index) => (moving.includes(index) ? GRANT_STEPS[reason].to : state));
        return [`${stateOf(pair)}>${stateOf(after)}`];
      }),
    ),
  );
  return [...new Set(steps)].filter((step) => !step.startsWith('ended>') && step.split('>')[0] !== step.split('>')[1]);
}
const stateOf = (states: readonly (GrantState | undefined)[]) =>
  bindingStateOf(states.flatMap((state) => (state === undefined ? [] : [{ state }])));

it('is read in UTC, whatever zone its server is set to', async () => {
  const lab = await openLab('postgres');
  const name = new URL(lab.url ?? '').pathname.slice(1);
  await lab.pool.query(`alter database ${name} set timezone = 'Asia/Shanghai'`);
  const pool = openPostgres({ url: lab.url ?? '', connections: 1 });
  const at = new Date('2026-11-23T02:00:00.123Z');
  expect((await pool.query('select $1::timestamptz t', [at])).rows).toEqual([{ t: at }]);
  await expect(pool.query("set timezone = 'Asia/Shanghai'").then(() => pool.query('select now() t'))).rejects.toThrow('not in UTC');
  await pool.end();
  await lab.close();
});

it('outlives a connection that its server ends while it is in use', async () => {
  const lab = await openLab('postgres');
  const pool = openPostgres({ url: lab.url ?? '', connections: 1 });
  const client = await pool.connect();
  await client.query('begin');
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() pid');
  await lab.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await expect(client.query('select pg_sleep(10)')).rejects.toThrow();
  client.release();
  // A query that goes out before the end was heard of fails with it; the next has a connection of its own.
  await until(() =>
    pool.query('select 1').then(
      () => true,
      () => false,
    ),
  );
  await pool.end();
  await lab.close();
});

it('waits no longer than it is told for a connection that has gone silent, and goes on with another', async () => {
  const lab = await openLab('postgres');
  const person = await enrol(lab);
  const pool = openPostgres({ url: lab.url ?? '', connections: 3, patienceMs: 500 });
  const deps = { ...lab.deps, pool, db: databaseOf(pool) };
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() pid');
  const silent = rows[0]?.pid ?? 0;
  process.kill(silent, 'SIGSTOP');
  try {
    const read = () => readAccount(deps, person.personId).then(({ balanceFen }) => balanceFen);
    // What fails as a list is tried again one by one, by then on connections that answer.
    await expect(Promise.all([read(), read()])).resolves.toEqual([800_000, 800_000]);
    await expect(read()).resolves.toBe(800_000);
  } finally {
    process.kill(silent, 'SIGCONT');
  }
  await pool.end();
  await lab.close();
});

describe.each(ENGINES)('the database on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  afterAll(() => lab.close());

  it('gives every kind of value back as it was written, the same as the other engine', async () => {
    const at = new Date('2026-11-23T02:00:00.123Z');
    const values = [
      '2026-02-28',
      9_007_199_254_740_991,
      Buffer.from('密'),
      ['a,b', 'c"d', 'e\\f', '', 'NULL', 'null', '-', '张'],
      at,
      JSON.stringify({ 名: [1, null] }),
      true,
      null,
    ];
    const text = `select $1::date d, $2::bigint n, $3::bytea b, $4::text[] l, $5::timestamptz t, $6::jsonb j, $7::boolean y, $8::int z`;
    const { rows } = await lab.pool.query(text, values);
    expect(rows).toEqual([
      {
        d: '2026-02-28',
        n: 9_007_199_254_740_991,
        b: Buffer.from('密'),
        l: ['a,b', 'c"d', 'e\\f', '', 'NULL', 'null', '-', '张'],
        t: at,
        j: { 名: [1, null] },
        y: true,
        z: null,
      },
    ]);
  });

  it('refuses a stored number that JavaScript cannot hold exactly', async () => {
    await expect(lab.pool.query('select 9007199254740993::bigint n where $1', [true])).rejects.toThrow(/exact/);
  });

  it('migrates again without doing anything, and four at once', async () => {
    const before = await lab.pool.query('select id from schema_migrations order by id');
    await Promise.all([1, 2, 3, 4].map(() => migrate(lab.pool)));
    expect((await lab.pool.query('select id from schema_migrations order by id')).rows).toEqual(before.rows);
  });

  it('numbers its migrations from one, each once', async () => {
    const { rows } = await lab.pool.query<{ number: number }>('select left(id, 4)::int number from schema_migrations order by id');
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_row, index) => index + 1));
  });

  it('is not opened by a version that does not know all its migrations', async () => {
    await lab.pool.query("insert into schema_migrations (id) values ('9999-from-the-future')");
    await expect(migrate(lab.pool)).rejects.toThrow('of another version (9999-from-the-future)');
    await lab.pool.query("delete from schema_migrations where id = '9999-from-the-future'");
  });

  it("carries the holder's id in every table", async () => {
    const { rows } = await lab.pool.query<{ name: string }>(
      `select t.tablename as name from pg_tables t where t.schemaname = 'public' and not exists (
         select 1 from information_schema.columns c where c.table_name = t.tablename and c.column_name = 'holder_id' and c.is_nullable = 'NO')`,
    );
    // persons.id is the holder's id itself; the register's cursor, the runs through all accounts and the rounds of reminders are nobody's.
    expect(rows.map((row) => row.name).sort()).toEqual([
      'account_runs',
      'persons',
      'register_cursor',
      'reminder_rounds',
      'schema_migrations',
    ]);
  });

  it('names every constraint table__rule', async () => {
    const { rows } = await lab.pool.query<{ name: string }>(
      `select conname as name from pg_constraint where contype in ('c', 'u') and connamespace = 'public'::regnamespace
          and conname not like (conrelid::regclass)::text || '\\_\\_%'`,
    );
    expect(rows).toEqual([]);
  });

  it('allows for a binding exactly the steps that the domain has', async () => {
    const { rows } = await lab.pool.query<{ definition: string }>(
      "select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'bindings__allowed_step'",
    );
    const stored = [...(rows[0]?.definition ?? '').matchAll(/'(\w+>\w+)'/g)].map((match) => match[1]);
    expect(stored.sort()).toEqual([...bindingSteps()].sort());
  });

  it("allows a payment's steps as the domain does, for every reason, state before and state after, and knows whose each is", async () => {
    const from = ['none', ...PREMIUM_STATES] as const;
    const asked = PREMIUM_REASONS.flatMap((reason) => from.flatMap((before) => PREMIUM_STATES.map((after) => ({ reason, before, after }))));
    const { rows } = await lab.pool.query<{ allowed: boolean; by: string }>(
      `select premium_step_allowed(reason, before, after) allowed, premium_step_by(reason) by
         from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (reason, before, after, n) order by n`,
      [asked.map(({ reason }) => reason), asked.map(({ before }) => before), asked.map(({ after }) => after)],
    );
    expect(rows).toEqual(
      asked.map(({ reason, before, after }) => ({ allowed: mayStepPremium(before, reason, after), by: PREMIUM_STEPS[reason].by })),
    );
    expect(rows.filter(({ allowed }) => allowed).length).toBeGreaterThan(PREMIUM_REASONS.length);
    const { rows: unknown } = await lab.pool.query<{ allowed: boolean }>(
      "select premium_step_allowed('nonsense', 'applied', 'voided') allowed",
    );
    expect(unknown).toEqual([{ allowed: false }]);
  });

  it("allows a grant's steps as the domain does, for every reason, state before and state after, and knows whose each is", async () => {
    const from = ['none', ...GRANT_STATES] as const;
    const asked = GRANT_REASONS.flatMap((reason) => from.flatMap((before) => GRANT_STATES.map((after) => ({ reason, before, after }))));
    const { rows } = await lab.pool.query<{ allowed: boolean; by: string }>(
      `select grant_step_allowed(reason, before, after) allowed, grant_step_by(reason) by
         from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked (reason, before, after, n) order by n`,
      [asked.map(({ reason }) => reason), asked.map(({ before }) => before), asked.map(({ after }) => after)],
    );
    expect(rows).toEqual(
      asked.map(({ reason, before, after }) => ({
        allowed: mayStepGrant(before, reason) && GRANT_STEPS[reason].to === after,
        by: GRANT_STEPS[reason].by,
      })),
    );
    expect(rows.filter(({ allowed }) => allowed).length).toBeGreaterThan(GRANT_REASONS.length);
    const { rows: unknown } = await lab.pool.query<{ allowed: boolean }>(
      "select grant_step_allowed('nonsense', 'active', 'ended') allowed",
    );
    expect(unknown).toEqual([{ allowed: false }]);
  });

  it.each([
    ['bindings__state', BINDING_STATES],
    ['premium_payments__state', PREMIUM_STATES],
    ['premium_refunds__reason', REFUND_REASONS],
  ])('knows for %s exactly the states of the domain', async (constraint, states) => {
    const { rows } = await lab.pool.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = '${constraint}'`,
    );
    expect([...(rows[0]?.definition ?? '').matchAll(/'([\w-]+)'/g)].map((match) => match[1]).sort()).toEqual([...states].sort());
  });
});

describe('a PGlite folder', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'gongji-folder-'));
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('keeps what was committed when it is opened again, and opens once at a time', async () => {
    const folder = join(parent, 'db');
    const pool = await openPglite({ folder, durable: true });
    await pool.query('create table kept (n int)');
    await pool.query('insert into kept values (1)');
    await expect(openPglite({ folder, durable: true })).rejects.toThrow(`${folder} is open in process ${process.pid}`);
    await pool.end();
    const again = await openPglite({ folder, durable: true });
    expect((await again.query('select n from kept')).rows).toEqual([{ n: 1 }]);
    await again.end();
  }, 90_000);

  it('takes over the lock of a process that is gone', async () => {
    const folder = join(parent, 'db');
    writeFileSync(`${folder}.lock`, '4194303');
    const pool = await openPglite({ folder, durable: false });
    expect(readFileSync(`${folder}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    await pool.end();
  }, 90_000);

  it('syncs every commit when it is durable', async () => {
    const pool = await openPglite({ folder: join(parent, 'db'), durable: true });
    expect((await pool.query('show fsync')).rows).toEqual([{ fsync: 'on' }]);
    await pool.end();
  }, 90_000);

  it('lets timers fire while callers keep it busy', async () => {
    const pool = await openPglite({ folder: null, durable: false });
    let fired = 0;
    const timer = setInterval(() => {
      fired += 1;
    }, 5);
    const hasFired = (): boolean => fired > 10;
    const keepBusy = async (): Promise<void> => {
      while (!hasFired()) await pool.query('select 1 where $1', [true]);
    };
    await Promise.all(Array.from({ length: 16 }, keepBusy));
    clearInterval(timer);
    await pool.end();
    expect(hasFired()).toBe(true);
  }, 90_000);
});
