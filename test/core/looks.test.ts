import { giveOfflineKey, one, previewRefund, readAccessLog, readBindings, readReceipt, unbind, verifyReceipt } from '@gongji/core';
import { type CoreLab, ENGINES, enrol, enrolParent, MONDAY, newKey, openLab, type Person } from '../support/core-lab';
import { bind } from '../support/core-steps';
import { applyFor, runAt } from '../support/premiums';
import { watchedDeps } from '../support/watched-deps';

jest.setTimeout(90_000);

describe.each(ENGINES)('who looked, on %s', (engine) => {
  let lab: CoreLab;
  let son: Person;
  let mother: Person;
  let bindingId: string;
  beforeAll(async () => {
    lab = await openLab(engine);
  }, 90_000);
  beforeEach(async () => {
    lab.setClock(MONDAY);
    [son, mother] = [await enrol(lab), await enrolParent(lab)];
    bindingId = await bind(lab, son, mother);
  });
  afterAll(() => lab.close());

  const looksAt = async (person: Person) => {
    const { rows } = await lab.pool.query<{ what: string; looker_id: string | null }>(
      'select what, looker_id from looks where holder_id = $1 order by id',
      [person.personId],
    );
    return rows.map(({ what, looker_id }) => `${what} by ${looker_id === son.personId ? 'son' : (looker_id ?? 'anybody')}`);
  };

  it('is written once a day, also where twenty ask at once in several processes', async () => {
    const processes = [lab.deps, lab.openProcess(), lab.openProcess()];
    await Promise.all(Array.from({ length: 20 }, (_, n) => readBindings(processes[n % 3] ?? lab.deps, son.personId)));
    expect(await looksAt(mother)).toEqual(['card by son']);
    lab.setClock(new Date(MONDAY.getTime() + 24 * 3_600_000));
    await readBindings(lab.deps, son.personId);
    expect(await looksAt(mother)).toEqual(['card by son', 'card by son']);
  });

  it('is written the next time where it could not be the first time, and then nobody was answered', async () => {
    const before = await looksAt(mother);
    lab.setClock(new Date(MONDAY.getTime() + 24 * 3_600_000));
    let isGone = true;
    const deps = watchedDeps(lab.deps, (query) => (text, values) => {
      return text === 'commit' && isGone ? Promise.reject(new Error('the server is gone')) : query(text, values);
    });
    await expect(readBindings(deps, son.personId)).rejects.toThrow('the server is gone');
    isGone = false;
    expect(await looksAt(mother)).toEqual(before);
    await readBindings(deps, son.personId);
    expect(await looksAt(mother)).toEqual([...before, 'card by son']);
  });

  it('is told whole, page by page, also where a later look bears an earlier day', async () => {
    await readBindings(lab.deps, son.personId);
    lab.setClock(new Date(MONDAY.getTime() - 24 * 3_600_000));
    await readBindings(lab.deps, son.personId);
    const first = await readAccessLog(lab.deps, { personId: mother.personId, limit: 1 });
    const second = await readAccessLog(lab.deps, { personId: mother.personId, cursor: first.nextCursor ?? '', limit: 1 });
    expect([first, second].map(({ looks }) => looks.length)).toEqual([1, 1]);
  });

  it('is not written of one’s own data, and nobody sees somebody else’s', async () => {
    await readBindings(lab.deps, mother.personId);
    expect((await readAccessLog(lab.deps, { personId: mother.personId, limit: 20 })).looks).toHaveLength(1);
    const ofSon = await readAccessLog(lab.deps, { personId: son.personId, limit: 20 });
    expect(ofSon.looks.map(({ who }) => who)).toEqual([`测*${mother.name.slice(-1)}`]);
  });

  it('tells of a receipt that was read, a refund that was looked into, and a paper that somebody checked', async () => {
    const { paymentId } = await applyFor(lab, { payer: son, person: mother, bindingId });
    await runAt(lab, '2026-11-26T02:00:00Z');
    const { ourNumber: number, hash } = await readReceipt(lab.deps, { personId: son.personId, paymentId });
    await previewRefund(lab.deps, { actorId: son.personId, paymentId });
    for (let time = 0; time < 3; time += 1) await verifyReceipt(lab.deps, { number, hash });
    await verifyReceipt(lab.deps, { number, hash: '0'.repeat(64) });
    const seen = (await looksAt(mother)).filter((look) => /receipt|premium/.test(look));
    expect(new Set(seen)).toEqual(new Set(['premium by son', 'receipt by son', 'receipt-verified by anybody']));
    expect(seen.filter((look) => look.startsWith('receipt'))).toHaveLength(2);
  });

  it('tells of a phone that may show one’s code without network', async () => {
    const other = await enrolParent(lab, { regionCode: '440300' });
    await bind(lab, son, other);
    const asked = { key: newKey(), actorId: son.personId, personId: other.personId, deviceId: 'phone-0001', deviceName: '手机' };
    await one(giveOfflineKey)(lab.deps, asked);
    expect(await looksAt(other)).toContain('offline-key by son');
  });

  it('is never answered without its entry', async () => {
    await one(unbind)(lab.deps, { key: newKey(), actorId: son.personId, bindingId });
    lab.setClock(new Date(MONDAY.getTime() + 48 * 3_600_000));
    await lab.pool.query("alter table looks add constraint nobody check (what <> 'card') not valid");
    await expect(readBindings(lab.deps, son.personId)).rejects.toMatchObject({ constraint: 'nobody' });
    await lab.pool.query('alter table looks drop constraint nobody');
  });

  it('is never changed or taken away', async () => {
    for (const sql of ["update looks set what = 'levy'", 'delete from looks', 'truncate looks'])
      await expect(lab.pool.query(sql)).rejects.toMatchObject({ code: '23001' });
  });
});
