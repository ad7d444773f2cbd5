import { deleteAccount, NotSent, NotTaken, one, runDueJobs, subscribe, unbind } from '@gongji/core';
import { type CoreLab, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { doAll, enrolMany } from '../support/many';
import { watchDeadlocks } from '../support/races';
import { until } from '../support/until';

// What WeChat was allowed to bring: counted once, whoever allows, sends or leaves meanwhile.

jest.setTimeout(60_000);

describe('allowances', () => {
  let lab: CoreLab;
  let son: Person;
  beforeAll(async () => {
    lab = await openLab('postgres', 5);
  });
  beforeEach(async () => {
    son = await enrol(lab);
  });
  afterAll(() => lab.close());

  const allow = ({ personId }: Person, times = 1) =>
    subscribe(
      lab.deps,
      Array.from({ length: times }, () => ({ key: newKey(), actorId: personId, kinds: ['binding'] as const, openid: son.openid })),
    );
  const rowsOf = async <T>(sql: string): Promise<T[]> => (await lab.pool.query<T>(sql, [son.personId])).rows;
  const unsent = () => rowsOf('select id from messages where holder_id = $1 and sent_at is null');

  it('come back after a message that did not leave, also to somebody who has allowed as many as there can be meanwhile', async () => {
    await allow(son, 100);
    const bindingId = await bind(lab, son, await enrolParent(lab));
    const before = (await unsent()).length;
    const send = async (): Promise<never> => {
      await allow(son);
      throw new NotSent('WeChat has trouble of its own');
    };
    await expect(runDueJobs({ ...lab.deps, subscribeMessages: { send } })).rejects.toThrow('WeChat has trouble of its own');
    expect(await rowsOf('select left_count from subscriptions where holder_id = $1')).toEqual([{ left_count: 100 }]);
    expect(await unsent()).toHaveLength(before);
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
  });

  it('come back without a message that WeChat will never take, which is told and tried no more', async () => {
    await allow(son, 2);
    const bindingId = await bind(lab, son, await enrolParent(lab));
    const before = (await unsent()).length;
    const send = () => Promise.reject(new NotTaken(47003));
    await expect(runDueJobs({ ...lab.deps, subscribeMessages: { send } })).rejects.toMatchObject({ name: 'NotTaken', code: 47003 });
    expect(await rowsOf('select left_count from subscriptions where holder_id = $1')).toEqual([{ left_count: 2 }]);
    expect(await unsent()).toHaveLength(before - 1);
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
  });

  it('are over where WeChat knows of none any more, as after the person took them back', async () => {
    await allow(son, 2);
    const bindingId = await bind(lab, son, await enrolParent(lab));
    const asked: string[] = [];
    const send = async ({ openid }: { readonly openid: string }) => {
      asked.push(openid);
      return 'refused' as const;
    };
    await runDueJobs({ ...lab.deps, subscribeMessages: { send } });
    expect(await rowsOf('select left_count from subscriptions where holder_id = $1')).toEqual([{ left_count: 0 }]);
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    await runDueJobs({ ...lab.deps, subscribeMessages: { send } });
    expect(asked.filter((openid) => openid === son.openid)).toHaveLength(1);
  });

  it('bring what came after they were given, and nothing older', async () => {
    const bindingId = await bind(lab, son, await enrolParent(lab));
    const later = (seconds: number): Date => new Date(MONDAY.getTime() + seconds * 1000);
    lab.setClock(later(1));
    await allow(son);
    lab.setClock(later(2));
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    const brought: Date[] = [];
    const send = async ({ openid, at }: { readonly openid: string; readonly at: Date }) => {
      if (openid === son.openid) brought.push(at);
      return 'sent' as const;
    };
    await runDueJobs({ ...lab.deps, subscribeMessages: { send } });
    lab.setClock(MONDAY);
    expect(brought).toEqual([later(2)]);
  });

  it('of more people than one page holds, whose messages do not leave, keep nobody else from their turn', async () => {
    const crowd = await enrolMany(lab, 130);
    await doAll(
      lab,
      subscribe,
      crowd.map(({ personId, openid }) => ({ key: newKey(), actorId: personId, kinds: ['binding'] as const, openid })),
    );
    const ids = crowd.map(({ personId }) => personId).sort();
    await lab.pool.query(
      `insert into messages (id, holder_id, topic, title, text, subject_id, at)
       select gen_random_uuid(), id, 'binding-proposed', '', '', id, $2 from unnest($1::uuid[]) p (id)`,
      [ids, lab.deps.now()],
    );
    const lucky = new Set<string>(crowd.filter(({ personId }) => personId >= (ids[110] ?? '')).map(({ openid }) => openid));
    const left = new Set(lucky);
    const send = async ({ openid }: { readonly openid: string }) => {
      if (!lucky.has(openid)) throw new NotSent('nobody knows why');
      left.delete(openid);
      return 'sent' as const;
    };
    for (let round = 0; round < 50 && left.size > 0; round += 1)
      await expect(runDueJobs({ ...lab.deps, subscribeMessages: { send } })).rejects.toThrow('nobody knows why');
    expect(left.size).toBe(0);
    await lab.pool.query('delete from subscriptions where holder_id = any($1::uuid[])', [ids]);
  });

  it('are taken before messages by who leaves, as by who sends', async () => {
    const bindingId = await bind(lab, son, await enrolParent(lab));
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    await allow(son);
    const { deps, count } = watchDeadlocks(lab.deps);
    const sending = await lab.pool.connect();
    await sending.query('begin');
    await sending.query('select from subscriptions where holder_id = $1 for no key update', [son.personId]);
    const leaving = one(deleteAccount)(deps, { key: newKey(), actorId: son.personId });
    await until(async () => (await rowsOf('select from pg_locks where not granted and $1::uuid is not null')).length > 0);
    await sending.query('update messages set sent_at = now() where holder_id = $1', [son.personId]);
    await sending.query('commit');
    sending.release();
    await leaving;
    expect(count()).toBe(0);
  });
});
