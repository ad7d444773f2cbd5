import { enrolPeople, one, settle } from '@gongji/core';
import { fen } from '@gongji/domain';
import { balanceOf, brokenAccounts, type CoreLab, ENGINES, enrol, enrolParent, openLab, totalOfEverything } from '../support/core-lab';
import { apply, bind, costOf, tokenFor } from '../support/core-steps';

jest.setTimeout(60_000);

describe.each(ENGINES)('the ledger on %s', (engine) => {
  let lab: CoreLab;
  beforeAll(async () => {
    lab = await openLab(engine);
    const [son, mother] = [await enrol(lab), await enrolParent(lab)];
    await bind(lab, son, mother);
    await one(settle)(lab.deps, costOf(lab, await tokenFor(lab, mother)));
    await apply(lab, son, mother);
  }, 90_000);
  afterAll(async () => {
    expect(await totalOfEverything(lab.pool)).toBe(0);
    expect(await brokenAccounts(lab.pool)).toEqual([]);
  });
  afterAll(() => lab.close());

  const rejects = (sql: string, constraint: string) => expect(lab.pool.query(sql)).rejects.toMatchObject({ constraint });

  it.each(['transfers', 'entries', 'audit_lines', 'settlements', 'settlement_legs', 'settlement_voids', 'consents', 'premium_quotes'])(
    'refuses to change, delete or empty %s',
    async (table) => {
      const column = table === 'consents' ? 'version' : 'holder_id';
      await rejects(`update ${table} set ${column} = ${column}`, `${table}__append_only`);
      await rejects(`delete from ${table}`, `${table}__append_only`);
      await rejects(`truncate ${table} cascade`, expect.stringMatching(/__append_only$|__never_removed$/));
    },
  );

  it('refuses a balance below zero, and frozen money above the balance', async () => {
    await rejects(`update accounts set balance = -1, version = version + 1 where kind = 'personal'`, 'accounts__frozen_within_balance');
    await rejects(
      `update accounts set frozen = balance + 1, version = version + 1 where kind = 'personal'`,
      'accounts__frozen_within_balance',
    );
  });

  it('refuses a balance that changes without its version', () =>
    rejects(`update accounts set balance = balance + 1 where kind = 'personal'`, 'accounts__version_counts'));

  it('refuses to delete an account', () => rejects('delete from accounts', 'accounts__never_removed'));

  it('resolves a hold once, for the same amount between the same accounts', async () => {
    const resolve = (kind: string, amount: string, request: string) => `
      insert into transfers select gen_random_uuid(), holder_id, '${request}', '${kind}', id, from_account_id, to_account_id, ${amount}, 'premium-paid',
             subject_id, for_person_id, at from transfers where kind = 'pending' limit 1`;
    await rejects(resolve('post-pending', 'amount - 1', 'short'), 'transfers__matches_pending');
    const client = await lab.pool.connect();
    await client.query('begin');
    await client.query(resolve('post-pending', 'amount', 'first'));
    await expect(client.query(resolve('void-pending', 'amount', 'second'))).rejects.toMatchObject({
      constraint: 'transfers__one_resolution',
    });
    await client.query('rollback');
    client.release();
  });

  it('opens an account once, whatever is enrolled again', async () => {
    const person = await enrol(lab, { currentYearFen: 500, carriedOverFen: 0 });
    const again = { ...person, account: { currentYearFen: fen(999), carriedOverFen: fen(999) } };
    const twenty = await Promise.all(Array.from({ length: 20 }, () => one(enrolPeople)(lab.deps, again)));
    expect(new Set(twenty.map(({ personId }) => personId))).toEqual(new Set([person.personId]));
    expect(await balanceOf(lab.pool, person.personId)).toEqual({ balanceFen: 500, frozenFen: 0 });
  });

  it('chains the entries of an account: each begins where the one before ended', async () => {
    const { rows } = await lab.pool.query(
      `select * from (select balance_before, frozen_before, account_version,
                lag(balance_after, 1, 0::bigint) over w as balance, lag(frozen_after, 1, 0::bigint) over w as frozen, row_number() over w as n
           from entries where balance_after is not null window w as (partition by account_id order by account_version)) e
        where balance_before <> balance or frozen_before <> frozen or account_version <> n`,
    );
    expect(rows).toEqual([]);
  });

  it('keeps no name, number or secret in the clear', async () => {
    const dump = await lab.pool.query<{ row: string }>(
      `select p::text as row from persons p union all select i::text from institutions i union all select c::text from insurance_codes c`,
    );
    const text = dump.rows.map(({ row }) => row).join('\n');
    expect(dump.rows.length).toBeGreaterThan(3);
    expect(text).not.toMatch(/测试|A\d{9}|openid-|secret/);
  });
});
