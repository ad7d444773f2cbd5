import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { databaseOf, type Pool, type TaxOffice } from '@gongji/core';
import type { PolicyBook } from '@gongji/domain';
import { pino } from 'pino';
import { createApp } from '../../apps/bff/src/app';
import type { AppDeps } from '../../apps/bff/src/deps';
import { LIMIT_NAMES, type Limits } from '../../apps/bff/src/http/rate-limit';
import { answerUpgrades } from '../../apps/bff/src/live/answer-upgrades';
import { type CodeLive, openCodeLive } from '../../apps/bff/src/live/code-live';
import { LIVE_BOUNDS, type LiveBounds } from '../../apps/bff/src/live/bounds';
import { openMetrics } from '../../apps/bff/src/outside/metrics';
import { openInProcessNotices } from '../../apps/bff/src/outside/code-notices.in-process';
import { faceCheckAt } from '../../apps/bff/src/outside/face-check';
import { identityCheckAt } from '../../apps/bff/src/outside/identity-check';
import { insuranceRegisterAt } from '../../apps/bff/src/outside/insurance-register';
import { sandboxWorldAt } from '../../apps/bff/src/outside/sandbox-world';
import { openInProcessStore } from '../../apps/bff/src/outside/short-lived-store.in-process';
import { subscribeMessagesAt } from '../../apps/bff/src/outside/subscribe-messages';
import { SANDBOX_TEMPLATES } from '../../apps/bff/src/settings';
import { taxOfficeAt } from '../../apps/bff/src/outside/tax-office';
import { weChatAt } from '../../apps/bff/src/outside/wechat';
import { openReceiptPrinter, type ReceiptPrinter } from '../../apps/bff/src/receipt/receipt-printer';
import { readWorkingCalendar } from '../../apps/bff/src/outside/working-calendar';
import { seedFromSandbox } from '../../apps/bff/src/seed';
import { createSandbox } from '../../apps/sandbox/src/app';
import { checkedBook } from './checked-book';
import { freshDatabase } from './fresh-database';
import { freshPglite } from './fresh-pglite';

// The real edge on a real database, with the real sandbox outside: only the sockets, the clock and the limits are the test's.

/** What a failed test left open would keep the process alive for ever. */
const open = new Set<() => Promise<void>>();
afterAll(async () => {
  for (const close of open) await close();
});

// A fresh database, a sandbox and an edge take their time on a busy machine.
jest.setTimeout(60_000);

/** A Monday, 10:00 in Shanghai, while the premium year 2027 is open everywhere. */
export const OPENING_TIME = new Date('2026-11-23T02:00:00Z');

export interface EdgeOptions {
  readonly database?: 'postgres' | 'pglite';
  readonly limits?: Partial<Limits>;
  readonly liveBounds?: Partial<LiveBounds>;
  readonly live?: boolean;
  readonly browserBuild?: string;
  readonly sandboxSecret?: string;
  /** Another adapter in place of the real one. */
  readonly replace?: Partial<AppDeps>;
  readonly taxOffice?: Partial<TaxOffice>;
  /** Other rules than the shipped ones, made from them. */
  readonly rules?: (shipped: PolicyBook) => PolicyBook;
}

/** Where an edge listens: in this process, or in one of its own. */
export interface EdgeAddress {
  readonly url: string;
}

export interface Edge extends EdgeAddress {
  readonly sandboxUrl: string;
  readonly deps: AppDeps;
  readonly pool: Pool;
  readonly live: CodeLive;
  /** Everything that was logged, line by line. */
  readonly logLines: readonly string[];
  /** Moves both clocks to an instant and runs what became due, as the sandbox's switch does. */
  readonly moveClockTo: (at: Date) => Promise<void>;
  /** Moves the edge's clock alone, and runs nothing. */
  readonly pretendNow: (at: Date) => void;
  readonly fault: (part: string, mode: string, times?: number) => Promise<void>;
  /** A change in the insurance register, by the sandbox's switch, which has the edge read it. */
  readonly registerChange: (key: string, change: string, regionCode?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const NO_LIMITS = Object.fromEntries(LIMIT_NAMES.map((name) => [name, { times: 100_000, seconds: 60 }])) as unknown as Limits;

export async function openEdge(options: EdgeOptions = {}): Promise<Edge> {
  const [bff, outside] = await Promise.all([listen(), listen()]);
  const database = await openDatabase(options.database ?? 'postgres');
  const secret = options.sandboxSecret ?? null;
  outside.answer(createSandbox({ folder: null, bffUrl: bff.url, secret, machineNow: () => OPENING_TIME }).callback());
  const logLines: string[] = [];
  const printer = openReceiptPrinter();
  const deps = makeDeps({ pool: database.pool, sandboxUrl: outside.url, printer, logLines, options });
  bff.answer(createApp(deps).callback());
  const live = openCodeLive(deps, { ...LIVE_BOUNDS, ...options.liveBounds });
  answerUpgrades(bff.server, live);
  await seedFromSandbox(deps.core, sandboxWorldAt(outside.url));
  const close = async () => {
    if (!open.delete(close)) return;
    await live.close();
    await Promise.all([bff.close(), outside.close()]);
    await printer.close();
    await deps.codeNotices.close();
    await deps.store.close();
    await database.close();
  };
  open.add(close);
  const tell = (path: string, body: unknown) => post(`${outside.url}${path}`, body, secret);
  return {
    url: bff.url,
    sandboxUrl: outside.url,
    deps,
    pool: database.pool,
    live,
    logLines,
    moveClockTo: (at) => tell('/sandbox/clock', { offsetMs: at.getTime() - OPENING_TIME.getTime() }),
    pretendNow: (at) => deps.sandbox?.shiftClock(at.getTime() - OPENING_TIME.getTime()),
    fault: (part, mode, times = 1) => tell('/sandbox/faults', { part, mode, times }),
    registerChange: (key, change, regionCode) => tell('/sandbox/register', { key, change, regionCode }),
    close,
  };
}

interface Parts {
  readonly pool: Pool;
  readonly sandboxUrl: string;
  readonly printer: ReceiptPrinter;
  readonly logLines: string[];
  readonly options: EdgeOptions;
}

function makeDeps({ pool, sandboxUrl, printer, logLines, options }: Parts): AppDeps {
  let offsetMs = 0;
  const sandbox = {
    world: sandboxWorldAt(sandboxUrl),
    counter: `${sandboxUrl}/counter`,
    secret: options.sandboxSecret ?? null,
    shiftClock: (ms: number): void => {
      offsetMs = ms;
    },
  };
  const codeNotices = openInProcessNotices();
  return {
    core: {
      pool,
      db: databaseOf(pool),
      now: () => new Date(OPENING_TIME.getTime() + offsetMs),
      newId: randomUUID,
      randomBytes,
      policies: (options.rules ?? ((shipped) => shipped))(checkedBook()),
      keys: { certificateKey: Buffer.alloc(32, 1), certificateIndexKey: Buffer.alloc(32, 2), ledgerKey: Buffer.alloc(32, 3) },
      calendar: readWorkingCalendar(),
      taxOffice: { ...taxOfficeAt(sandboxUrl), ...options.taxOffice },
      insuranceRegister: insuranceRegisterAt(sandboxUrl),
      subscribeMessages: subscribeMessagesAt(sandboxUrl, {
        app: { appId: 'sandbox', secret: 'sandbox' },
        templates: SANDBOX_TEMPLATES,
        now: () => new Date(OPENING_TIME.getTime() + offsetMs),
      }),
      codesChanged: codeNotices.publish,
    },
    pingDatabase: async () => void (await pool.query('select 1')),
    store: openInProcessStore(),
    codeNotices,
    limits: { ...NO_LIMITS, ...options.limits },
    findOpenid: weChatAt(sandboxUrl, { appId: 'sandbox', secret: 'sandbox' }),
    subscribeTemplates: SANDBOX_TEMPLATES,
    checkIdentity: identityCheckAt(sandboxUrl),
    faceCheck: faceCheckAt(sandboxUrl),
    sandbox: options.live === true ? null : sandbox,
    browserBuild: options.browserBuild ?? null,
    printReceipt: printer.print,
    printForm: printer.printForm,
    publicUrl: 'http://localhost:8080',
    proxies: 0,
    metrics: openMetrics(),
    metricsToken: null,
    log: pino({ base: null, level: 'debug' }, { write: (line: string) => void logLines.push(line) }),
    ...options.replace,
  };
}

async function openDatabase(kind: 'postgres' | 'pglite'): Promise<{ readonly pool: Pool; readonly close: () => Promise<void> }> {
  if (kind === 'pglite') {
    const pool = await freshPglite();
    return { pool, close: () => pool.end() };
  }
  const database = await freshDatabase();
  const pool = database.openPool(5);
  return {
    pool,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

type Answering = (asked: IncomingMessage, reply: ServerResponse) => unknown;

async function listen(): Promise<{ url: string; server: Server; answer: (by: Answering) => void; close: () => Promise<void> }> {
  let answer: Answering = (_asked, reply) => reply.writeHead(503).end();
  const server: Server = createServer((asked, reply) => void answer(asked, reply));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    server,
    answer: (by) => {
      answer = by;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function post(url: string, body: unknown, secret: string | null): Promise<void> {
  const headers = { 'content-type': 'application/json', ...(secret === null ? {} : { 'x-sandbox-secret': secret }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
}

/** How many rows each table holds: equal before and after means that nothing was written, apart from who looked at what, which a question writes too. */
export async function countRows(pool: Pool): Promise<Readonly<Record<string, number>>> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'looks' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const counted = await pool.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
    counts[name] = counted.rows[0]?.n ?? -1;
  }
  return counts;
}
