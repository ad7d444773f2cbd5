import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openDeps } from './open-deps';
import type { SandboxDeps } from './deps';
import { operate } from './operate/commands';
import type { Tell } from './operate/done';
import { readSettings } from './settings';

// The operator's command line: the settings of main, one command, an exit code. 2: it could not be done.

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function main(): Promise<number> {
  const settings = readSettings(process.env, root);
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  const { deps, close } = await openDeps(settings, { log });
  try {
    const tell = (line: string): void => void process.stderr.write(`${line}\n`);
    if (deps.sandbox !== null) await joinClock(deps.sandbox, tell);
    const { text, exitCode } = await operate(deps.core, process.argv.slice(2), tell);
    process.stdout.write(text);
    return exitCode;
  } finally {
    await close();
  }
}

/** On the embedded database the demonstration was stopped before, and its sandbox with it: the books can be looked at all the same. */
const joinClock = ({ world, shiftClock }: SandboxDeps, tell: Tell): Promise<void> =>
  world.clockOffsetMs().then(shiftClock, () => tell('沙箱没有应答，按本机时间办理。'));

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`operate: ${(error instanceof Error && error.message.split('\n')[0]) || 'failed'}\n`);
    process.exitCode = 2;
  },
);
