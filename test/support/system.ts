import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PARTS } from './bundle-child';
import { EMBEDDED_TEMPLATE } from './embedded-template';
import { freePort } from './ports';

// The whole system as people run it: the sandbox and the BFF as processes of their own, each compiled before, on free ports, with their data in a new folder,
// where the tables may have been made before.

export interface RunningSystem {
  readonly bffUrl: string;
  readonly sandboxUrl: string;
  /** Moves the clock of both, and with it what is due. */
  moveClockTo(instant: string): Promise<void>;
  /** As a power cut ends the process. */
  killBff(): Promise<void>;
  startBff(): Promise<void>;
  /** One more process on the same database; answers its address. Ends with the system. */
  startAnotherBff(): Promise<string>;
  /** As an operator ends the process. */
  stopBff(): Promise<void>;
  stop(): Promise<void>;
}

const READY_MS = 90_000;
const POLL_MS = 100;

/** `settings`: of the BFF, over those of a first start. */
export const startSystem = async (settings: Readonly<Record<string, string>> = {}): Promise<RunningSystem> => {
  const folder = mkdtempSync(join(tmpdir(), 'gongji-system-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const [bffUrl, sandboxUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`];
  const env = {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    BFF_URL: bffUrl,
    SANDBOX_URL: sandboxUrl,
    DATA_DIR: folder,
    DATABASE_URL: '',
    REDIS_URL: '',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const template = process.env[EMBEDDED_TEMPLATE];
  if (template !== undefined && env.DATABASE_URL === '') cpSync(template, join(env.DATA_DIR, 'database'), { recursive: true });
  const others: Process[] = [];
  const sandbox = startProcess(PARTS.sandbox, env);
  await sandbox.ready(`${sandboxUrl}/sandbox/clock`);
  let bff = startProcess(PARTS.bff, env);
  await bff.ready(`${bffUrl}/readyz`);
  return {
    bffUrl,
    sandboxUrl,
    async moveClockTo(instant) {
      const response = await fetch(`${sandboxUrl}/sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMs: Date.parse(instant) - Date.now() }),
      });
      if (!response.ok) throw new Error(`the clock did not move: ${response.status} ${await response.text()}`);
    },
    killBff: () => bff.end('SIGKILL'),
    stopBff: () => bff.end('SIGTERM'),
    async startAnotherBff() {
      const otherPort = await freePort();
      const other = startProcess(PARTS.bff, { ...env, PORT: String(otherPort) });
      others.push(other);
      const address = `http://127.0.0.1:${otherPort}`;
      await other.ready(`${address}/readyz`);
      return address;
    },
    async startBff() {
      bff = startProcess(PARTS.bff, env);
      await bff.ready(`${bffUrl}/readyz`);
    },
    async stop() {
      for (const process of [...others, bff]) await process.end('SIGTERM');
      await sandbox.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

interface Process {
  ready(address: string): Promise<void>;
  end(signal: NodeJS.Signals): Promise<void>;
}

const ROOT = join(__dirname, '../..');

const startProcess = (script: string, env: Readonly<Record<string, string>>): Process => {
  const child = spawn(process.execPath, ['--import', './config/run/end-with-parent.mjs', script], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (output = (output + text).slice(-8000)));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    async ready(address) {
      const until = Date.now() + READY_MS;
      while (isRunning(child) && Date.now() < until) {
        if (await answers(address)) return;
        await wait(POLL_MS);
      }
      throw new Error(`${script} did not get ready: ${output}`);
    },
    async end(signal) {
      if (isRunning(child)) child.kill(signal);
      await gone;
    },
  };
};

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    (response) => response.ok,
    () => false,
  );
