import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CoreDeps, databaseOf, migrate, openPglite, openPostgres, type Pool } from '@gongji/core';
import type { Logger } from 'pino';
import { uuidv7 } from 'uuidv7';
import type { AppDeps, SandboxDeps } from './deps';
import { LIMITS } from './http/rate-limit';
import { keysIn } from './keys';
import { type Metrics, openMetrics } from './outside/metrics';
import type { CodeNotices } from './outside/code-notices';
import { openInProcessNotices } from './outside/code-notices.in-process';
import { openRedisNotices } from './outside/code-notices.redis';
import { faceCheckAt } from './outside/face-check';
import { identityCheckAt } from './outside/identity-check';
import { insuranceRegisterAt } from './outside/insurance-register';
import { loadPolicyBook } from './outside/rule-packs';
import { sandboxWorldAt } from './outside/sandbox-world';
import { openInProcessStore } from './outside/short-lived-store.in-process';
import { openRedisStore } from './outside/short-lived-store.redis';
import type { ShortLivedStore } from './outside/short-lived-store';
import { subscribeMessagesAt } from './outside/subscribe-messages';
import { taxOfficeAt } from './outside/tax-office';
import { weChatAt } from './outside/wechat';
import { openReceiptPrinter } from './receipt/receipt-printer';
import { readWorkingCalendar } from './outside/working-calendar';
import { SettingError, type Settings } from './settings';

export interface OpenDeps {
  readonly deps: AppDeps;
  /** Closes what was opened. */
  readonly close: () => Promise<void>;
}

export interface Opening {
  readonly log: Logger;
  /** How long an answer of the database is waited for; missing: as long as it takes. */
  readonly patienceMs?: number;
}

/** Opens everything the settings name. Throws SettingError or an Error whose message is one clear line. */
export async function openDeps(settings: Settings, { log, ...patience }: Opening): Promise<OpenDeps> {
  if (settings.databaseUrl === null || settings.keys === null) makeWritable(settings.dataFolder);
  const keys = settings.keys ?? keysIn(settings.dataFolder);
  const policies = loadPolicyBook(settings.policyFolder);
  const pool = await openDatabase(settings, patience);
  const { store, codeNotices } = await openShortLived(settings).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const clock = movableClock();
  const metrics = openMetrics();
  watchPool(metrics, pool);
  const core = {
    pool,
    db: databaseOf(pool),
    now: clock.now,
    // By time: rows that are written together lie together in every index. Nothing secret rests on an id.
    newId: uuidv7,
    randomBytes,
    policies,
    keys,
    calendar: readWorkingCalendar(),
    ...partiesOf(settings, clock.now, (code) => (part, state) => {
      log.warn({ part, state }, code);
      metrics.circuit(part, state);
    }),
    codesChanged: codeNotices.publish,
  };
  const printer = openReceiptPrinter();
  const deps: AppDeps = {
    core,
    pingDatabase: async () => void (await pool.query('select 1')),
    store,
    codeNotices,
    limits: LIMITS,
    findOpenid: weChatAt(settings.outside.weChat, settings.weChat),
    subscribeTemplates: settings.subscribeTemplates,
    checkIdentity: identityCheckAt(settings.outside.identityCheck),
    faceCheck: faceCheckAt(settings.outside.identityCheck),
    sandbox: sandboxOf(settings, clock.shift),
    // Served as soon as it is there: a first start builds it after this process is up.
    browserBuild: settings.browserBuild,
    printReceipt: printer.print,
    printForm: printer.printForm,
    publicUrl: settings.publicUrl,
    proxies: settings.proxies,
    metrics,
    metricsToken: settings.metricsToken,
    log,
  };
  const close = async () => {
    await printer.close();
    await codeNotices.close();
    await store.close();
    await pool.end();
  };
  return { deps, close };
}

function watchPool(metrics: Metrics, { load }: Pool): void {
  metrics.watch('gongji_database_connections', () => load().connections);
  metrics.watch('gongji_database_idle_connections', () => load().idle);
  metrics.watch('gongji_database_waiting', () => load().waiting);
}

/** Whom the core asks; each is no longer asked while it fails, which `hear` is told under the code of its line in the log. */
const partiesOf = (
  { outside, weChat, subscribeTemplates }: Settings,
  now: () => Date,
  hear: (code: string) => Metrics['circuit'],
): Pick<CoreDeps, 'taxOffice' | 'insuranceRegister' | 'subscribeMessages'> => ({
  taxOffice: taxOfficeAt(outside.taxOffice, { onCircuit: hear('TAX_OFFICE_CIRCUIT') }),
  insuranceRegister: insuranceRegisterAt(outside.insuranceRegister, { onCircuit: hear('REGISTER_CIRCUIT') }),
  subscribeMessages: subscribeMessagesAt(outside.weChat, {
    app: weChat,
    templates: subscribeTemplates,
    now,
    onCircuit: hear('WECHAT_CIRCUIT'),
  }),
});

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new SettingError(`the folder ${folder} (DATA_DIR) cannot be written`);
  }
}

async function openDatabase(settings: Settings, patience: Pick<Opening, 'patienceMs'>): Promise<Pool> {
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl, databaseConnections: connections, dataFolder } = settings;
  if (url === null) return migrated(await openPglite({ folder: join(dataFolder, 'database'), durable: true }), null);
  // A migration takes as long as it takes. Where there is an owner, whoever serves people owns no table: this connection is gone before the first of them comes.
  const owner = openPostgres({ url: ownerUrl ?? url, connections: 1 });
  await (await migrated(owner, ownerUrl === null ? 'DATABASE_URL' : 'DATABASE_OWNER_URL')).end();
  const pool = openPostgres({ url, connections, ...patience });
  return answering(pool, { setting: 'DATABASE_URL', ask: () => pool.query('select from schema_migrations limit 1') });
}

const migrated = (pool: Pool, setting: string | null): Promise<Pool> => answering(pool, { setting, ask: () => migrate(pool) });

/** `setting`: which one names the server; null: the database is embedded. */
async function answering(
  pool: Pool,
  { setting, ask }: { readonly setting: string | null; readonly ask: () => Promise<unknown> },
): Promise<Pool> {
  await ask().catch(async (error: unknown) => {
    await pool.end();
    // The driver's message may quote the address with its password.
    throw setting === null || !isUnreachable(error) ? error : new SettingError(`the database (${setting}) does not answer`);
  });
  return pool;
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(E[A-Z]+|28\w{3}|3D000|57P03)$/.test(String(error.code));

interface ShortLived {
  readonly store: ShortLivedStore;
  readonly codeNotices: CodeNotices;
}

async function openShortLived({ redisUrl }: Settings): Promise<ShortLived> {
  if (redisUrl === null) return { store: openInProcessStore(), codeNotices: openInProcessNotices() };
  const unreachable = () => {
    throw new SettingError('Redis (REDIS_URL) does not answer');
  };
  const store = await openRedisStore(redisUrl).catch(unreachable);
  const codeNotices = await openRedisNotices(redisUrl).catch(async () => {
    await store.close();
    return unreachable();
  });
  return { store, codeNotices };
}

const sandboxOf = ({ sandbox }: Settings, shiftClock: (offsetMs: number) => void): SandboxDeps | null =>
  sandbox === null
    ? null
    : { world: sandboxWorldAt(sandbox.url), counter: new URL('/counter', sandbox.url).href, secret: sandbox.secret, shiftClock };

/** The machine's clock, moved by the demonstration's switch. */
function movableClock() {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs),
    shift: (ms: number): void => {
      offsetMs = ms;
    },
  };
}
