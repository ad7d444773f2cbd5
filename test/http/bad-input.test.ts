import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type RouteContract, type RouteName, ROUTES } from '@gongji/contract';
import { englishSpeaker, englishTexts } from '@gongji/texts';
import { countRows, type Edge, openEdge } from '../support/edge';
import { addressOf, type RawAsk, refusalOf, send } from '../support/edge-client';
import { doMainJob, type MainJob } from '../support/main-job';
import { goodAsks } from './good-asks';

// Driven by the contract's own table: a new route is attacked without anybody writing a test for it.

const names = Object.keys(ROUTES) as RouteName[];
const routeOf = (name: RouteName): RouteContract => ROUTES[name];
const withBody = names.filter((name) => routeOf(name).body !== undefined);
const withQuery = names.filter((name) => routeOf(name).query !== undefined);
const withParams = names.filter((name) => routeOf(name).path.includes(':'));

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const MARK = '"@@"';
/** What is put where a field was, as JSON text. */
const WRONG_VALUES: readonly string[] = `null true 0 -1 1.5 1e309 -1e309 1e-7 9007199254740993 "" "1" "0.01" "NaN" [] {} [[]] [null]
"\\u0000" "\\ud800" "’;drop_table_persons;--" "<script>" "\${7*7}" "../../etc/passwd" "2026-02-30" "0000-01-01"
{"__proto__":{"a":1}} {"constructor":{"prototype":{"a":1}}}`
  .split(/\s/)
  .concat(JSON.stringify(deep(200)), JSON.stringify('x'.repeat(30_000)));

type Path = readonly (string | number)[];

/** Every place in a value, the value itself left out. */
function placesIn(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...at, Array.isArray(value) ? Number(key) : key];
    return [here, ...placesIn(inner, here)];
  });
}

function changed(value: unknown, [first, ...rest]: Path, change: (holder: Record<string, unknown>, key: string) => void): unknown {
  const copy = structuredClone(value) as Record<string, unknown>;
  let holder = copy;
  let key = String(first);
  for (const next of rest) {
    holder = holder[key] as Record<string, unknown>;
    key = String(next);
  }
  change(holder, key);
  return copy;
}

/** Bodies that the schema does not take, each made from a good one by one change. */
function badBodies(name: RouteName, good: unknown): readonly string[] {
  const texts = placesIn(good).flatMap((place) => [
    JSON.stringify(changed(good, place, (holder, key) => delete holder[key])),
    JSON.stringify(
      changed(good, place, (holder) => Object.assign(holder, { sponsorId: randomUUID(), amountFen: 1.5, status: 'paid', isAdmin: true })),
    ),
    ...WRONG_VALUES.map((value) =>
      JSON.stringify(changed(good, place, (holder, key) => Object.assign(holder, { [key]: '@@' }))).replace(MARK, value),
    ),
  ]);
  return [...texts, ...WRONG_ENVELOPES, JSON.stringify({ ...(good as object), extra: 1 })].filter((text) => !schemaTakes(name, text));
}

const WRONG_ENVELOPES = [
  '{',
  '[]',
  '"text"',
  '1',
  'true',
  'undefined',
  '{}{}',
  '{"a":1,}',
  "{'a':1}",
  '{"__proto__":{"isAdmin":true}}',
  JSON.stringify(deep(3_000)),
];

function schemaTakes(name: RouteName, text: string): boolean {
  try {
    const raw: unknown = JSON.parse(text);
    return !text.includes('\\u0000') && !text.includes('__proto__') && routeOf(name).body?.safeParse(raw).success === true;
  } catch {
    return false;
  }
}

const say = englishSpeaker(englishTexts());
/** Names that stay as they are, and what nobody but a program gets wrong. */
const NAMES = /\b(JSON|GJ|TA|[af]-[Zzf]|application\/json)\b/g;

/** In Chinese without the words of programs, and in English without Chinese. */
const isPlain = (text: string): boolean => !/[A-Za-z]{2,}/.test(text.replace(NAMES, '')) && !/[\u3400-\u9fff]/.test(say(text));

const REFUSED = new Set(['REQUEST_INVALID', 'REQUEST_TOO_LARGE']);

describe('bad input', () => {
  let edge: Edge;
  let job: MainJob;
  beforeAll(async () => {
    edge = await openEdge();
    job = await doMainJob(edge);
  });
  afterAll(() => edge.close());

  const ask = (name: RouteName, change: Partial<RawAsk>): RawAsk => ({
    method: routeOf(name).method.toUpperCase(),
    path: addressOf(name, goodAsks(job)[name]),
    token: job.son.token,
    key: randomUUID(),
    ...change,
  });
  /** Sends all, and says which were not refused as they should be, and which tables changed. */
  const faultsOf = async (asks: readonly RawAsk[]): Promise<readonly string[]> => {
    const before = await countRows(edge.pool);
    const faults: string[] = [];
    for (let start = 0; start < asks.length; start += 10) {
      const batch = asks.slice(start, start + 10);
      const replies = await Promise.all(batch.map((each) => send(edge, each)));
      for (const [index, reply] of replies.entries()) {
        const { body, path } = batch[index] ?? { path: '' };
        const about = `${path.slice(0, 200)} with ${String(body).slice(0, 300)}`;
        const { kind, code, text, fields = [] } = refusalOf(about, reply);
        if (kind !== 'invalid' || !REFUSED.has(code)) faults.push(`${code}: ${about}`);
        faults.push(...[text, ...fields.map((field) => field.text)].filter((told) => !isPlain(told)));
      }
    }
    const after = await countRows(edge.pool);
    return [...faults, ...Object.keys(after).filter((table) => after[table] !== before[table])];
  };

  it.each(withBody)('%s refuses every body that is not its own', async (name) => {
    const bodies = badBodies(name, goodAsks(job)[name].body);
    expect(bodies.length).toBeGreaterThan(WRONG_ENVELOPES.length);
    expect(await faultsOf(bodies.map((body) => ask(name, { body })))).toEqual([]);
  });

  it.each(withBody)('%s refuses a body over 64 kB, and one that is not JSON by its type', async (name) => {
    const good = JSON.stringify(goodAsks(job)[name].body);
    const huge = `{"a":"${'x'.repeat(70_000)}"}`;
    expect(refusalOf(name, await send(edge, ask(name, { body: huge }))).code).toBe('REQUEST_TOO_LARGE');
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'application/xml',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ])
      expect(await faultsOf([ask(name, { body: good, headers: { 'content-type': type } })])).toEqual([]);
  });

  it.each(withQuery)('%s refuses every query that is not its own', async (name) => {
    const address = addressOf(name, { path: goodAsks(job)[name].path ?? {} });
    const good = goodAsks(job)[name].query ?? {};
    const wrong = Object.keys(good).flatMap((key) =>
      ['', 'x', '-1', '1.5', '1e309', '99999999999999999999', '%00', 'null', '[object Object]', '2026-13-01', 'x'.repeat(5_000)].map(
        (value) => new URLSearchParams({ ...stringed(good), [key]: value }),
      ),
    );
    const repeated = Object.entries(good).map(
      ([key, value]) => `${new URLSearchParams(stringed(good)).toString()}&${key}=${String(value)}`,
    );
    const odd = ['__proto__=1', '__proto__[a]=1', 'constructor=1', 'extra=1', 'cursor[]=a', 'limit[$gt]=1', '%E0%A4%A=1'];
    const queries = [...wrong.map(String), ...repeated, ...odd.map((text) => `${new URLSearchParams(stringed(good)).toString()}&${text}`)];
    expect(await faultsOf(queries.map((query) => ask(name, { path: `${address}?${query}` })))).toEqual([]);
  });

  it.each(names.filter((name) => !withQuery.includes(name)))('%s takes no query', async (name) => {
    expect(
      await faultsOf([ask(name, { path: `${addressOf(name, { path: goodAsks(job)[name].path ?? {} })}?extra=1`, ...bodyOf(name) })]),
    ).toEqual([]);
  });
  const bodyOf = (name: RouteName): Partial<RawAsk> => {
    const { body } = goodAsks(job)[name];
    return body === undefined ? {} : { body };
  };

  it.each(withParams)('%s refuses every address that is not an id', async (name) => {
    const param = /:(\w+)/.exec(routeOf(name).path)?.[1] ?? '';
    const values = [
      'x',
      '1',
      "' or 1=1 --",
      '..%2f..%2fetc',
      '\u0000',
      'x'.repeat(3_000),
      '陈建国',
      '%',
      // A phone may call itself so.
      ...(param === 'deviceId' ? [] : ['00000000-0000-0000-0000-00000000000g']),
    ];
    expect(
      await faultsOf(values.map((value) => ask(name, { path: addressOf(name, { path: { [param]: value } }), ...bodyOf(name) }))),
    ).toEqual([]);
  });

  it.each(withParams)('%s refuses an address that cannot be decoded', async (name) => {
    const path = `/api${routeOf(name).path.replace(/:(\w+)/, '%E0%A4%A')}`;
    const reply = await send(edge, ask(name, { path, ...bodyOf(name) }));
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    refusalOf(name, reply);
  });

  it.each(['http://[::1/api/me', 'http://', 'http:', '*', '//[/api/me', '/api/me?%E0%A4%A'])(
    'refuses the address %s, which is none',
    async (address) => {
      const { hostname, port } = new URL(edge.url);
      const socket = connect({ host: hostname, port: Number(port) });
      socket.end(`GET ${address} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 4\d\d /);
    },
  );

  it('refuses a body where a route takes none', async () => {
    expect(await faultsOf([ask('unbind', { body: { force: true } }), ask('voidPremium', { body: { amountFen: 1 } })])).toEqual([]);
  });
});

const stringed = (query: Readonly<Record<string, string | number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([key, value]) => [key, String(value)]));
