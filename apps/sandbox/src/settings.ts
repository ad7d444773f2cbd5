import { z } from 'zod';

/** What createSandbox needs from outside. `folder: null` keeps the state in memory. */
export interface SandboxSettings {
  readonly folder: string | null;
  readonly bffUrl: string;
  /** When set, everything that changes the sandbox asks for it, and it goes along with calls to the BFF's own sandbox switch. */
  readonly secret: string | null;
  /** The machine's clock; the sandbox adds its shift to it. */
  readonly machineNow: () => Date;
}

/** A mistake of the person who starts the sandbox: shown as one line, never as a stack. */
export class SettingError extends Error {}

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(8090),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
  /** Where PORT is on this machine, unless the BFF runs elsewhere. */
  BFF_URL: z.url({ protocol: /^https?$/ }).optional(),
  // It travels in a header.
  SANDBOX_SECRET: z
    .string()
    .regex(/^[\x21-\x7e]{8,200}$/, 'at least 8 letters, digits or signs')
    .optional(),
});

/** An empty variable counts as not set, as shells and compose files leave it. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): { port: number; host: string; settings: SandboxSettings } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues[0];
    throw new SettingError(`setting ${String(wrong?.path[0])} is not usable: ${wrong?.message}`);
  }
  const { SANDBOX_PORT, HOST, DATA_DIR, PORT, BFF_URL, SANDBOX_SECRET } = parsed.data;
  return {
    port: SANDBOX_PORT,
    host: HOST,
    settings: {
      folder: DATA_DIR,
      bffUrl: (BFF_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, ''),
      secret: SANDBOX_SECRET ?? null,
      machineNow: () => new Date(),
    },
  };
}
