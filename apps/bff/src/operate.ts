import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openDeps } from './open-deps';
import { operate } from './operate/commands';
import { readSettings } from './settings';

// The operator's command line: the settings of main, one command, an exit code. 2: it could not be done.

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function main(): Promise<number> {
  const settings = readSettings(process.env, root);
  const log = pino({ level: settings.logLevel, base: null }, pino.destination(2));
  const { deps, close } = await openDeps(settings, { log });
  try {
    if (deps.sandbox !== null) deps.sandbox.shiftClock(await deps.sandbox.world.clockOffsetMs());
    const { text, exitCode } = await operate(deps.core, process.argv.slice(2), (line) => process.stderr.write(`${line}\n`));
    process.stdout.write(text);
    return exitCode;
  } finally {
    await close();
  }
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`operate: ${error instanceof Error ? error.message.split('\n')[0] : 'failed'}\n`);
    process.exitCode = 2;
  },
);
