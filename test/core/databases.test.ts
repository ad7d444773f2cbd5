import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, openPglite } from '@gongji/core';
import { BINDING_STATES, BINDING_STEPS, GRANT_STEPS, PREMIUM_STATES, PREMIUM_STEPS } from '@gongji/domain';
import { type CoreLab, ENGINES, openLab } from '../support/core-lab';

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
      ['a,b', 'c"d', 'e\\f', ''],
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
        l: ['a,b', 'c"d', 'e\\f', ''],
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

  it('is not opened by a version that does not know all its migrations', async () => {
    await lab.pool.query("insert into schema_migrations (id) values ('9999-from-the-future')");
    await expect(migrate(lab.pool)).rejects.toThrow('made by a newer version: 9999-from-the-future');
    await lab.pool.query("delete from schema_migrations where id = '9999-from-the-future'");
  });

  it("carries the holder's id in every table", async () => {
    const { rows } = await lab.pool.query<{ name: string }>(
      `select t.tablename as name from pg_tables t where t.schemaname = 'public' and not exists (
         select 1 from information_schema.columns c where c.table_name = t.tablename and c.column_name = 'holder_id' and c.is_nullable = 'NO')`,
    );
    // persons.id is the holder's id itself.
    expect(rows.map((row) => row.name).sort()).toEqual(['persons', 'schema_migrations']);
  });

  it('names every constraint table__rule', async () => {
    const { rows } = await lab.pool.query<{ name: string }>(
      `select conname as name from pg_constraint where contype in ('c', 'u') and connamespace = 'public'::regnamespace
          and conname not like (conrelid::regclass)::text || '\\_\\_%'`,
    );
    expect(rows).toEqual([]);
  });

  it.each([
    ['bindings', BINDING_STEPS],
    ['grants', GRANT_STEPS],
    ['premium_payments', PREMIUM_STEPS],
  ] as const)('allows for %s exactly the steps that the domain lists', async (table, steps) => {
    const { rows } = await lab.pool.query<{ definition: string }>(
      `select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = '${table}__allowed_step'`,
    );
    const stored = [...(rows[0]?.definition ?? '').matchAll(/'(\w+>\w+)'/g)].map((match) => match[1]);
    const listed = Object.entries(steps).flatMap(([from, targets]) => targets.map((to: string) => `${from}>${to}`));
    expect(stored.sort()).toEqual(listed.sort());
  });

  it.each([
    ['bindings__state', BINDING_STATES],
    ['premium_payments__state', PREMIUM_STATES],
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
    const until = performance.now() + 500;
    const keepBusy = async (): Promise<void> => {
      while (performance.now() < until) await pool.query('select 1 where $1', [true]);
    };
    await Promise.all(Array.from({ length: 16 }, keepBusy));
    clearInterval(timer);
    await pool.end();
    expect(fired).toBeGreaterThan(10);
  }, 90_000);
});
