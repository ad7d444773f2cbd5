import { countRows, type Edge, openEdge } from '../support/edge';
import { type Caller, logIn } from '../support/edge-client';
import { bindingRequest, bindMother } from '../support/family';
import { DEVICE } from '../support/main-job';

// What the insurance register says happens ends what hangs on it, without anybody asking, and both sides are told.

describe('a change in the insurance register', () => {
  let edge: Edge;
  let son: Caller;
  let mother: Caller;
  let path: { bindingId: string };
  beforeEach(async () => {
    edge = await openEdge();
    [son, mother] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-guilan')];
    path = { bindingId: (await bindMother(son, mother)).bindingId };
  });
  afterEach(() => edge.close());

  const grantsOf = async (who: Caller) =>
    Object.fromEntries((await who.ask('binding', { path })).grants.map(({ kind, state, reason }) => [kind, { state, reason }]));
  const inbox = async (who: Caller) => (await who.ask('messages')).messages.map(({ title, text }) => `${title} ${text}`);
  /** What was written to somebody while something happened. */
  const newsOf = async (who: Caller, happen: () => Promise<void>): Promise<readonly string[]> => {
    const before = (await inbox(who)).length;
    await happen();
    const all = await inbox(who);
    return all.slice(0, all.length - before);
  };

  it('ends the whole binding when the relative has died, and tells the owner', async () => {
    const news = await newsOf(son, () => edge.registerChange('chen-guilan', 'died'));
    expect(await son.ask('binding', { path })).toMatchObject({ state: 'ended' });
    expect(await grantsOf(son)).toEqual({
      'show-code': { state: 'ended', reason: 'relative-died' },
      'share-funds': { state: 'ended', reason: 'relative-died' },
    });
    expect(news).toHaveLength(1);
    expect((await son.refused('showCode', { body: { personId: mother.personId, deviceId: DEVICE } })).code).toBe('CODE_NOT_ALLOWED');
    const premium = await son.refused('quotePremium', { body: { personId: mother.personId, year: 2027 } });
    expect(premium.code).toMatch(/^PREMIUM_(PERSON_NOT_BOUND|GRANT_NOT_USABLE)$/);
  });

  it.each([
    ['insurance-ended', 'relative-insurance-ended', undefined],
    ['moved', 'relative-moved', '370100'],
  ] as const)('ends fund sharing and leaves the code: %s', async (change, reason, regionCode) => {
    const before = { son: await inbox(son), mother: await inbox(mother) };
    await edge.registerChange('chen-guilan', change, regionCode);
    for (const who of [son, mother])
      expect(await grantsOf(who)).toMatchObject({ 'share-funds': { state: 'ended', reason }, 'show-code': { state: 'active' } });
    const news = [...(await inbox(son)).slice(0, -before.son.length), ...(await inbox(mother)).slice(0, -before.mother.length)];
    expect(news).toHaveLength(2);
    for (const text of news) expect(text).not.toMatch(/陈建国|陈桂兰|\d{15,}/);
  });

  it('says in the history of both sides what ended it, by nobody of the two', async () => {
    await edge.registerChange('chen-guilan', 'moved', '370100');
    for (const who of [son, mother]) {
      const { history } = await who.ask('binding', { path });
      expect(history).toContainEqual(
        expect.objectContaining({ by: '系统', kind: 'share-funds', text: expect.stringContaining('自动结束') }),
      );
    }
  });

  it('ends nothing where the region does not name it', async () => {
    const before = await grantsOf(son);
    await edge.registerChange('chen-guilan', 'insurance-paused');
    expect(await grantsOf(son)).toEqual(before);
  });

  it('waits in a register that does not answer, and is read the next time, once', async () => {
    await edge.fault('register', 'refuse');
    await edge.registerChange('chen-guilan', 'moved', '370100').catch(() => undefined);
    expect((await grantsOf(son))['share-funds']).toMatchObject({ state: 'active' });
    await edge.moveClockTo(edge.deps.core.now());
    expect((await grantsOf(son))['share-funds']).toMatchObject({ state: 'ended' });
    const after = await countRows(edge.pool);
    await edge.moveClockTo(edge.deps.core.now());
    expect(await countRows(edge.pool)).toEqual(after);
  });
});

describe('a child who turns sixteen', () => {
  it('is asked themself: showing their code rests until they accept', async () => {
    const edge = await openEdge();
    const [father, child] = [await logIn(edge, 'sun-wei'), await logIn(edge, 'sun-hao')];
    const body = bindingRequest('sun-hao', 'child', { shareFunds: null, guardianStatement: true });
    const { bindingId, grants } = await father.ask('proposeBinding', { body });
    expect(grants).toMatchObject([{ kind: 'show-code', state: 'active', reason: 'guardian-stated' }]);
    await edge.moveClockTo(new Date('2027-02-09T16:00:01Z'));
    const seen = await child.ask('binding', { path: { bindingId } });
    expect(seen).toMatchObject({ awaitsMe: true, grants: [{ kind: 'show-code', state: 'proposed', reason: 'came-of-age' }] });
    expect((await father.refused('showCode', { body: { personId: child.personId, deviceId: DEVICE } })).code).toBe('CODE_NOT_ALLOWED');
    await edge.close();
  });
});
