import { deleteAccount, NotSent, one, runDueJobs, subscribe, unbind } from '@gongji/core';
import { type CoreLab, enrol, enrolParent, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
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
