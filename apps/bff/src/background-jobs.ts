import type { Logger } from 'pino';
import { describeBug } from './http/error-response';

const EVERY_MS = 5_000;
/** What goes on failing for the same reason, as until somebody mends a template or a file, is logged again only this much later. */
const SAME_AGAIN_MS = 3_600_000;

type Tell = (job: string, error: unknown) => void;

/** Runs what is due every five seconds; a round that takes longer is not overtaken. `stop` waits for the round under way. */
export function startJobs(
  runDue: (tellFailure: Tell) => Promise<unknown>,
  log: Logger,
  everyMs = EVERY_MS,
): { readonly stop: () => Promise<void> } {
  let round: Promise<void> | null = null;
  const toldAt = new Map<string, number>();
  const tell: Tell = (job, error) => {
    const failure = { job, ...describeBug(error) };
    const name = JSON.stringify(failure);
    if (Date.now() - (toldAt.get(name) ?? 0) < SAME_AGAIN_MS) return;
    toldAt.set(name, Date.now());
    log.error(failure, 'JOB_FAILED');
  };
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
