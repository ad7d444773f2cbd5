import type { Logger } from 'pino';
import { describeBug } from './http/error-response';

const EVERY_MS = 5_000;

/** Runs what is due every five seconds; a round that takes longer is not overtaken. `stop` waits for the round under way. */
export function startJobs(runDue: () => Promise<unknown>, log: Logger, everyMs = EVERY_MS): { readonly stop: () => Promise<void> } {
  let round: Promise<void> | null = null;
  const run = async () => {
    await runDue().catch((error: unknown) => log.error(describeBug(error), 'JOBS_FAILED'));
    round = null;
  };
  const timer = setInterval(() => {
    round ??= run();
  }, everyMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
