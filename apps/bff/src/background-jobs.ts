import type { Logger } from 'pino';
import { describeBug } from './http/error-response';

const EVERY_MS = 5_000;

type Tell = (job: string, error: unknown) => void;

/** Runs what is due every five seconds; a round that takes longer is not overtaken. `stop` waits for the round under way. */
export function startJobs(
  runDue: (tellFailure: Tell) => Promise<unknown>,
  log: Logger,
  everyMs = EVERY_MS,
): { readonly stop: () => Promise<void> } {
  let round: Promise<void> | null = null;
  const tell: Tell = (job, error) => log.error({ job, ...describeBug(error) }, 'JOB_FAILED');
  const run = async () => {
    await runDue(tell).catch((error: unknown) => tell('round', error));
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
