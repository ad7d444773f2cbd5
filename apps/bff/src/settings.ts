import { isAbsolute, join } from 'node:path';
import type { CoreKeys } from '@gongji/core';
import { SUBSCRIBE_KINDS, type SubscribeKind } from '@gongji/domain';
import { z } from 'zod';

/** Where the process reaches everything outside. In sandbox mode the sandbox answers for all of them. */
export interface OutsideAddresses {
  readonly weChat: string;
  readonly taxOffice: string;
  /** Identity and face checks. */
  readonly identityCheck: string;
  readonly insuranceRegister: string;
}

export interface Settings {
  readonly mode: 'sandbox' | 'live';
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** null: the embedded database in dataFolder. */
  readonly databaseUrl: string | null;
  readonly databaseConnections: number;
  /** Who migrates; null: the login of databaseUrl. */
  readonly databaseOwnerUrl: string | null;
  /** null: the in-process store. */
  readonly redisUrl: string | null;
  readonly weChat: { readonly appId: string; readonly secret: string };
  /** WeChat's ids of the templates of subscribe messages, by kind. */
  readonly subscribeTemplates: Readonly<Partial<Record<SubscribeKind, string>>>;
  readonly outside: OutsideAddresses;
  readonly sandbox: { readonly url: string; readonly secret: string | null } | null;
  /** null: made once and kept in dataFolder (sandbox mode only). */
  readonly keys: CoreKeys | null;
  readonly policyFolder: string;
  readonly browserBuild: string;
  /** Where people's browsers find this process; printed on receipts. */
  readonly publicUrl: string;
  /** How many proxies stand in front, each of which says whose connection it passes on. */
  readonly proxies: number;
  /** Who reads the metrics has to know it; null: nobody in live mode, anybody in the demonstration. */
  readonly metricsToken: string | null;
  readonly logLevel: string;
}

/** A mistake of the person who starts the process: one line, never a stack. */
export class SettingError extends Error {}

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));
const postgres = z.url({ protocol: /^postgres(ql)?$/ });
const port = z.coerce.number().int().min(0).max(65_535);
const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64');

/** money=…,premium=…: what the mini program has. */
const template = `(${SUBSCRIBE_KINDS.join('|')})=[\\w-]+`;
const templates = z
  .string()
  .regex(new RegExp(`^${template}(,${template})*$`))
  .transform((text) => Object.fromEntries(text.split(',').map((pair) => pair.split('='))) as Settings['subscribeTemplates']);

const environment = z.object({
  MODE: z.enum(['sandbox', 'live']).default('sandbox'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
  PUBLIC_URL: address.optional(),
  PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  SANDBOX_PORT: port.default(8090),
  SANDBOX_URL: address.optional(),
  SANDBOX_SECRET: z.string().min(8).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(10),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  CERTIFICATE_KEY: key.optional(),
  SECOND_CERTIFICATE_KEY: key.optional(),
  CERTIFICATE_INDEX_KEY: key.optional(),
  LEDGER_KEY: key.optional(),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  WECHAT_URL: address.optional(),
  WECHAT_TEMPLATES: templates.optional(),
  TAX_OFFICE_URL: address.optional(),
  IDENTITY_CHECK_URL: address.optional(),
  INSURANCE_REGISTER_URL: address.optional(),
  POLICY_DIR: z.string().default('config/policies'),
  BROWSER_BUILD_DIR: z.string().default('apps/miniapp/dist/h5'),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});
type Environment = z.infer<typeof environment>;

/** Without these a live system would be a demonstration by accident. */
const LIVE_NEEDS = [
  'CERTIFICATE_KEY',
  'CERTIFICATE_INDEX_KEY',
  'LEDGER_KEY',
  'WECHAT_APP_ID',
  'WECHAT_SECRET',
  'TAX_OFFICE_URL',
  'IDENTITY_CHECK_URL',
  'INSURANCE_REGISTER_URL',
  'PUBLIC_URL',
] as const;

/** An empty variable counts as not set, as shells and compose files leave it. Relative folders start at `root`. Throws SettingError. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  const read = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success) {
    const wrong = read.error.issues[0];
    throw new SettingError(`setting ${String(wrong?.path[0])} is not usable: ${wrong?.message}`);
  }
  const given = read.data;
  const missing = given.MODE === 'live' ? LIVE_NEEDS.find((name) => given[name] === undefined) : undefined;
  if (missing !== undefined) throw new SettingError(`setting ${missing} is required when MODE=live`);
  if (given.DATABASE_OWNER_URL !== undefined && given.DATABASE_URL === undefined)
    throw new SettingError('setting DATABASE_URL is required with DATABASE_OWNER_URL');
  const keys = [given.CERTIFICATE_KEY, given.CERTIFICATE_INDEX_KEY, given.LEDGER_KEY].filter((each) => each !== undefined);
  if (keys.length !== 0 && keys.length !== 3)
    throw new SettingError('settings CERTIFICATE_KEY, CERTIFICATE_INDEX_KEY and LEDGER_KEY come together');
  if (given.SECOND_CERTIFICATE_KEY !== undefined && keys.length === 0)
    throw new SettingError('setting CERTIFICATE_KEY is required with SECOND_CERTIFICATE_KEY');
  return settingsOf(given, (folder) => (isAbsolute(folder) ? folder : join(root, folder)));
}

/** The sandbox takes any. */
export const SANDBOX_TEMPLATES: Settings['subscribeTemplates'] = Object.fromEntries(
  SUBSCRIBE_KINDS.map((kind) => [kind, `sandbox-${kind}`]),
);

function settingsOf(given: Environment, resolve: (folder: string) => string): Settings {
  const sandboxUrl = given.SANDBOX_URL ?? `http://127.0.0.1:${given.SANDBOX_PORT}`;
  return {
    mode: given.MODE,
    host: given.HOST,
    port: given.PORT,
    dataFolder: resolve(given.DATA_DIR),
    databaseUrl: given.DATABASE_URL ?? null,
    databaseConnections: given.DATABASE_CONNECTIONS,
    databaseOwnerUrl: given.DATABASE_OWNER_URL ?? null,
    redisUrl: given.REDIS_URL ?? null,
    weChat: { appId: given.WECHAT_APP_ID ?? 'sandbox', secret: given.WECHAT_SECRET ?? 'sandbox' },
    subscribeTemplates: given.WECHAT_TEMPLATES ?? (given.MODE === 'sandbox' ? SANDBOX_TEMPLATES : {}),
    outside: {
      weChat: given.WECHAT_URL ?? (given.MODE === 'live' ? 'https://api.weixin.qq.com' : sandboxUrl),
      taxOffice: given.TAX_OFFICE_URL ?? sandboxUrl,
      identityCheck: given.IDENTITY_CHECK_URL ?? sandboxUrl,
      insuranceRegister: given.INSURANCE_REGISTER_URL ?? sandboxUrl,
    },
    sandbox: given.MODE === 'sandbox' ? { url: sandboxUrl, secret: given.SANDBOX_SECRET ?? null } : null,
    keys: keysOf(given),
    policyFolder: resolve(given.POLICY_DIR),
    browserBuild: resolve(given.BROWSER_BUILD_DIR),
    proxies: given.PROXIES,
    publicUrl: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
    metricsToken: given.METRICS_TOKEN ?? null,
    logLevel: given.LOG_LEVEL,
  };
}

function keysOf(given: Environment): CoreKeys | null {
  const { CERTIFICATE_KEY: certificateKey, SECOND_CERTIFICATE_KEY: secondCertificateKey } = given;
  const { CERTIFICATE_INDEX_KEY: certificateIndexKey, LEDGER_KEY: ledgerKey } = given;
  if (certificateKey === undefined || certificateIndexKey === undefined || ledgerKey === undefined) return null;
  return { certificateKey, certificateIndexKey, ledgerKey, ...(secondCertificateKey !== undefined && { secondCertificateKey }) };
}
