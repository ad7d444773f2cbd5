import { type RouteContract, type RouteName, ROUTES } from '@gongji/contract';
import { type Edge, openEdge } from '../support/edge';
import { addressOf, callRoute, refusalOf, send } from '../support/edge-client';
import { doMainJob, type MainJob } from '../support/main-job';
import { goodAsks } from './good-asks';

const names = Object.keys(ROUTES) as RouteName[];
const routeOf = (name: RouteName): RouteContract => ROUTES[name];
const closed = names.filter((name) => routeOf(name).open !== true);
const writes = names.filter((name) => routeOf(name).write);

describe('every route', () => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  it.each(closed)('%s asks for a session', async (name) => {
    expect(refusalOf(name, await callRoute(edge, name, goodAsks(job)[name]))).toMatchObject({ code: 'SESSION_MISSING', status: 401 });
  });

  it.each(closed)('%s does not take a token that was never given', async (name) => {
    const reply = await callRoute(edge, name, { ...goodAsks(job)[name], token: 'B'.repeat(43) });
    expect(refusalOf(name, reply)).toMatchObject({ code: 'SESSION_EXPIRED', status: 401 });
  });

  it.each(writes)('%s asks for an Idempotency-Key', async (name) => {
    const ask = goodAsks(job)[name];
    const raw = {
      method: routeOf(name).method.toUpperCase(),
      path: addressOf(name, ask),
      token: job.son.token,
      ...(ask.body === undefined ? {} : { body: ask.body }),
    };
    expect(refusalOf(name, await send(edge, raw))).toMatchObject({ code: 'IDEMPOTENCY_KEY_MISSING', status: 422 });
    for (const key of ['short', 'x'.repeat(65), 'not allowed!', '../../etc/passwd'])
      expect(refusalOf(name, await send(edge, { ...raw, key })).code).toBe('REQUEST_INVALID');
  });

  it.each(names)('%s answers JSON, or the file it is, that no cache keeps, under a number of its own', async (name) => {
    const reply = await callRoute(edge, name, { ...goodAsks(job)[name], token: job.stranger.token });
    expect(reply.headers.get('content-type')).toMatch(
      routeOf(name).produces === undefined ? /^application\/(problem\+)?json/ : /^(text\/(csv|html)|application\/(pdf|(problem\+)?json))/,
    );
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.status).toBeLessThan(500);
  });

  it.each([
    '/api',
    '/api/',
    '/api/admin',
    '/api/me/',
    '/API/me',
    '/api/Me',
    '/api/bindings/x/y/z',
    '/api/../etc/passwd',
    '/fsi',
    '/metrics/all',
    '/nothing',
  ])('that is not in the contract is unknown: %s', async (path) => {
    const reply = await send(edge, { method: 'GET', path, token: job.son.token });
    expect(refusalOf(path, reply)).toMatchObject({ code: 'ROUTE_UNKNOWN', status: 404 });
  });

  it.each(['PUT', 'PATCH', 'OPTIONS'])('knows its own method only, not %s', async (method) => {
    const reply = await send(edge, { method, path: '/api/bindings', token: job.son.token });
    expect(refusalOf(method, reply)).toMatchObject({ code: 'ROUTE_UNKNOWN', status: 404 });
  });

  it('gives the same request id in the header and in the refusal, and takes none from the caller', async () => {
    const reply = await send(edge, { method: 'GET', path: '/api/me', headers: { 'x-request-id': 'mine\\nforged' } });
    const { requestId } = refusalOf('me', reply);
    expect(reply.headers.get('x-request-id')).toBe(requestId);
    expect(requestId).not.toContain('mine');
  });
});
