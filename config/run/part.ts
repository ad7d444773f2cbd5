import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from './paths';

// A part of the system as a child process.

export interface Part {
  readonly name: string;
  /** Resolves when the process has ended, with true when it was told to. */
  readonly ended: Promise<boolean>;
  /** ready: the address answers 2xx. ended: the process has ended before. */
  ready(address: string, withinMs: number): Promise<'ready' | 'late' | 'ended'>;
  stop(): Promise<void>;
}

const STOPPING_MS = 10_000;
const POLL_MS = 150;

export const startPart = (name: string, script: string, env: Readonly<Record<string, string>>): Part => {
  const child = spawn(process.execPath, ['--import', './config/run/end-with-parent.mjs', '--import', 'tsx', script], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    // Its own group: Ctrl-C in the terminal reaches us alone, and we stop the parts in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let told = false;
  const ended = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(told));
    child.once('exit', (_code, signal) => {
      if (!told && signal) console.error(`${name} was ended by ${signal}.`);
      resolve(told);
    });
  });
  return {
    name,
    ended,
    ready: (address, withinMs) => Promise.race([ended.then(() => 'ended' as const), poll(address, withinMs)]),
    async stop() {
      told = true;
      if (!isRunning(child)) return;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOPPING_MS);
      await ended;
      clearTimeout(late);
    },
  };
};

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

const poll = async (address: string, withinMs: number): Promise<'ready' | 'late'> => {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const ok = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return 'ready';
    await wait(POLL_MS);
  }
  return 'late';
};
