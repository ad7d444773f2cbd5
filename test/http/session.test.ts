import { createHash } from 'node:crypto';
import { PRIVACY_TEXT } from '@gongji/domain';
import { type Edge, openEdge } from '../support/edge';
import { answerOf, callRoute, logIn, refusalOf, send } from '../support/edge-client';

const consentVersion = PRIVACY_TEXT.version;

describe('a session', () => {
  let edge: Edge;
  beforeAll(async () => {
    edge = await openEdge();
  });
  afterAll(() => edge.close());

  it('begins with a WeChat code and says who one is, with the own name and a masked certificate', async () => {
    const { me, expiresAt, token } = answerOf(
      'logIn',
      await callRoute(edge, 'logIn', { body: { code: 'demo-chen-jianguo', consentVersion } }),
    );
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(Date.parse(expiresAt) - Date.parse(me.now)).toBe(12 * 3_600_000);
    expect(me).toMatchObject({
      name: '陈建国',
      maskedName: '陈*国',
      hasAccount: true,
      demo: true,
      scheme: 'employee',
      regionCode: '440300',
    });
    expect(me.maskedCertificate).toMatch(/^\d{3}\*+\w{2}$/);
  });

  it('is asked for by its token', async () => {
    const chen = await logIn(edge, 'chen-jianguo');
    expect(await chen.ask('me')).toMatchObject({ personId: chen.personId, name: '陈建国' });
  });

  it('ends with the log-out, at once and for this token only', async () => {
    const [here, there] = [await logIn(edge, 'chen-jianguo'), await logIn(edge, 'chen-jianguo')];
    expect(await here.ask('logOut')).toEqual({});
    expect((await here.refused('me')).code).toBe('SESSION_ENDED');
    expect(await there.ask('me')).toMatchObject({ name: '陈建国' });
  });

  it('never takes over a token that the caller brings to the log-in', async () => {
    const brought = 'A'.repeat(43);
    const reply = await callRoute(edge, 'logIn', { body: { code: 'demo-chen-jianguo', consentVersion }, token: brought });
    expect(answerOf('logIn', reply).token).not.toBe(brought);
    expect(refusalOf('me', await callRoute(edge, 'me', { token: brought })).code).toBe('SESSION_EXPIRED');
  });

  it('is kept under the hash of its token, never under the token', async () => {
    const { token } = await logIn(edge, 'sun-wei');
    const { store } = edge.deps;
    expect(await store.get(`session:${token}`)).toBeUndefined();
    expect(await store.get(`session:${createHash('sha256').update(token).digest('hex')}`)).toMatch(/personId/);
  });

  it.each(['demo-nobody', 'x', "demo-chen-jianguo' or 1=1"])('is refused for the code %p', async (code) => {
    const refusal = refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code } }));
    expect(refusal).toMatchObject({ code: 'LOGIN_CODE_INVALID', status: 401 });
  });

  it.each(['silence', 'refuse'])('is refused while WeChat does not answer (%s), and works right after', async (mode) => {
    await edge.fault('wechat', mode);
    const reply = await callRoute(edge, 'logIn', { body: { code: 'demo-chen-jianguo', consentVersion } });
    expect(refusalOf('logIn', reply)).toMatchObject({ code: 'OUTSIDE_UNAVAILABLE', status: 503 });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    await logIn(edge, 'chen-jianguo');
  });

  it.each(['', 'Basic abc', 'Bearer', `Bearer ${'A'.repeat(42)}`, `bearer ${'A'.repeat(43)}`, `Bearer ${'A'.repeat(43)}.x`])(
    'is missing where the header says %p',
    async (authorization) => {
      const reply = await send(edge, { method: 'GET', path: '/api/me', headers: authorization === '' ? {} : { authorization } });
      expect(refusalOf('me', reply)).toMatchObject({ code: 'SESSION_MISSING', status: 401 });
    },
  );

  it('is not taken from a cookie, a query or another header', async () => {
    const { token } = await logIn(edge, 'chen-jianguo');
    const headers = { cookie: `token=${token}`, 'x-user-id': token, 'x-forwarded-for': '127.0.0.1' };
    expect((await send(edge, { method: 'GET', path: '/api/me', headers })).status).toBe(401);
    expect((await send(edge, { method: 'GET', path: `/api/me?token=${token}` })).status).toBe(401);
  });
});

describe('a person whom nobody enrolled', () => {
  it('is told so at the log-in', async () => {
    const edge = await openEdge({ replace: { findOpenid: async () => 'openid-of-nobody' } });
    const refusal = refusalOf('logIn', await callRoute(edge, 'logIn', { body: { code: 'any' } }));
    expect(refusal).toMatchObject({ code: 'PERSON_NOT_ENROLLED', status: 403 });
    await edge.close();
  });
});

describe('too many log-ins', () => {
  it('from one address have to wait, and a forwarded address does not help', async () => {
    const edge = await openEdge({ limits: { logInPerAddress: { times: 3, seconds: 60 } } });
    for (let time = 0; time < 3; time += 1) await logIn(edge, 'chen-jianguo');
    const body = { code: 'demo-chen-jianguo' };
    const reply = await send(edge, { method: 'POST', path: '/api/session', body, headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(refusalOf('logIn', reply)).toMatchObject({ code: 'RATE_LIMITED', status: 503 });
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(50);
    await edge.close();
  });

  it('are counted by the address that our own proxy saw, whatever the caller says before it', async () => {
    const edge = await openEdge({ limits: { logInPerAddress: { times: 1, seconds: 60 } }, replace: { proxies: 1 } });
    const body = { code: 'demo-chen-jianguo', consentVersion };
    const statusFrom = async (addresses: string): Promise<number> =>
      (await send(edge, { method: 'POST', path: '/api/session', body, headers: { 'x-forwarded-for': addresses } })).status;
    expect(await statusFrom('203.0.113.9')).toBe(200);
    expect(await statusFrom('198.51.100.1, 203.0.113.9')).toBe(503);
    expect(await statusFrom('203.0.113.10')).toBe(200);
    await edge.close();
  });
});
