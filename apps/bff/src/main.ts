import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { describeBug } from './http/error-response';
import { readSettings } from './settings';
import { start } from './start';

// With operate.ts the only file that reads the environment. A start that cannot succeed says why in one line and exits with 1.

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function main(): Promise<void> {
  const settings = readSettings(process.env, root);
  // No pid and host name: the line says what happened, the platform knows where.
  const log = pino({ level: settings.logLevel, base: null });
  const running = await start(settings, log);
  log.info({ address: running.address, mode: settings.mode }, 'LISTENING');

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(describeBug(error), 'STOP_FAILED');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const line = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : 'cannot start';
  console.error(`bff: ${line}`);
  process.exit(1);
});
