import { randomUUID } from 'node:crypto';
import { DELETION_WORDS, PRIVACY_TEXT } from '@gongji/domain';
import { openInProcessStore } from '../../apps/bff/src/outside/short-lived-store.in-process';
import { countRows, type Edge, openEdge } from '../support/edge';
import { answerOf, type Caller, callRoute, logIn, refusalOf } from '../support/edge-client';
import { fsiRefusal } from '../support/institution';
import { DEVICE, doMainJob } from '../support/main-job';

const code = 'demo-chen-jianguo';
const { version } = PRIVACY_TEXT;

describe('the consent to how data is used', () => {
  let edge: Edge;
  beforeEach(async () => {
    edge = await openEdge();
  });
  afterEach(() => edge.close());

  const logInWith = (consentVersion?: string) =>
    callRoute(edge, 'logIn', { body: { code, ...(consentVersion === undefined ? {} : { consentVersion }) } });
  const steps = async () => {
    const { rows } = await edge.pool.query<{ step: string; version: string }>('select step, version from privacy_consents order by id');
    return rows.map((row) => `${row.step} ${row.version}`);
  };
  /** As if the text had been another one when they agreed. */
  const agreedBefore = () =>
    edge.pool.query(
      `insert into privacy_consents (holder_id, version, step, at) select holder_id, '2025-01', 'given', now() from privacy_consents limit 1`,
    );

  it('is asked for before anything is kept, and nothing is told of the person', async () => {
    const before = await countRows(edge.pool);
    const reply = await logInWith();
    expect(refusalOf('logIn', reply)).toMatchObject({ code: 'PRIVACY_CONSENT_REQUIRED', status: 403 });
    expect(JSON.stringify(reply.body)).not.toContain('陈');
    expect(await countRows(edge.pool)).toEqual(before);
  });

  it('is read by anybody, with what each thing is for and until when', async () => {
    const text = answerOf('privacyText', await callRoute(edge, 'privacyText'));
    expect(text.version).toBe(version);
    for (const item of text.items) expect([item.what, item.purpose, item.until].every((words) => words.length > 3)).toBe(true);
  });

  it('is kept with its version and time, once, and not asked for again', async () => {
    await Promise.all(Array.from({ length: 10 }, () => logInWith(version)));
    expect(await steps()).toEqual([`given ${version}`]);
    expect(answerOf('logIn', await logInWith()).me.name).toBe('陈建国');
  });

  it('of another version is none', async () => {
    expect(refusalOf('logIn', await logInWith('2025-01')).code).toBe('PRIVACY_CONSENT_OUTDATED');
    expect(await steps()).toEqual([]);
  });

  it('is asked for again where the text has changed since, also of who is logged in', async () => {
    const chen = await logIn(edge, 'chen-jianguo');
    await agreedBefore();
    expect(refusalOf('logIn', await logInWith()).code).toBe('PRIVACY_CONSENT_REQUIRED');
    const fields = await edge.deps.store.fields(`sessions-of:${chen.personId}`);
    for (const key of Object.keys(fields)) {
      const kept = JSON.parse((await edge.deps.store.get(key)) ?? '') as object;
      await edge.deps.store.put(key, JSON.stringify({ ...kept, consentVersion: '2025-01' }), 60_000);
    }
    expect((await chen.refused('me')).code).toBe('SESSION_EXPIRED');
    answerOf('logIn', await logInWith(version));
  });

  it('withdrawn ends every log-in, every key and what is shown, and is asked for again', async () => {
    const { son, mother } = await doMainJob(edge);
    const tablet = await logIn(edge, 'chen-jianguo');
    const { payload } = await son.ask('showCode', { body: { personId: mother.personId, deviceId: DEVICE } });
    await son.ask('giveOfflineKey', { body: { personId: son.personId, deviceId: DEVICE, deviceName: '手机' } });
    expect((await son.ask('privacyConsent')).steps).toMatchObject([{ step: 'given', version }]);

    const key = randomUUID();
    await son.ask('withdrawConsent', { key, body: {} });
    for (const caller of [son, tablet]) expect((await caller.refused('me')).code).toBe('SESSION_ENDED');
    expect(await mother.ask('me')).toMatchObject({ name: '陈桂兰' });
    expect(await fsiRefusal(edge, { infno: '6101', input: { businessType: '01301', ecQrCode: payload } })).toBe('CODE_INVALID');
    const { rows } = await edge.pool.query('select from offline_keys where revoked_at is null');
    expect(rows).toHaveLength(0);
    expect(refusalOf('logIn', await logInWith()).code).toBe('PRIVACY_CONSENT_REQUIRED');

    const again = await logIn(edge, 'chen-jianguo');
    await again.ask('withdrawConsent', { key, body: {} });
    expect((await again.refused('me')).code).toBe('SESSION_ENDED');
  });

  it.each([
    ['the consent is withdrawn', (here: Caller) => here.ask('withdrawConsent', { body: {} })],
    ['the account is deleted', (here: Caller) => here.ask('deleteAccount', { body: { words: DELETION_WORDS } })],
  ])('is asked once more where %s while a log-in is under way', async (_, end) => {
    const store = openInProcessStore();
    const keys: string[] = [];
    let meanwhile: (() => Promise<unknown>) | undefined;
    const put: typeof store.put = async (key, ...kept) => {
      const first = meanwhile;
      meanwhile = undefined;
      await first?.();
      keys.push(key);
      return store.put(key, ...kept);
    };
    const slow = await openEdge({ replace: { store: { ...store, put } } });
    const here = await logIn(slow, 'chen-jianguo');
    meanwhile = () => end(here);
    const reply = await callRoute(slow, 'logIn', { body: { code, consentVersion: version } });
    expect(refusalOf('logIn', reply).code).toBe('PRIVACY_CONSENT_REQUIRED');
    const sessions = keys.filter((key) => key.startsWith('session:'));
    expect(sessions).toHaveLength(2);
    expect(await Promise.all(sessions.map(store.get))).toEqual([undefined, undefined]);
    expect(await store.fields(`sessions-of:${here.personId}`)).toEqual({});
    await slow.close();
  });
});
