import type { Logger } from 'pino';
import { describeBug } from './http/error-response';
import { inRounds } from './rounds';

const EVERY_MS = 5_000;
/** What goes on failing for the same reason, as until somebody mends a template or a file, is logged again only this much later. */
const SAME_AGAIN_MS = 3_600_000;

type Tell = (job: string, error: unknown) => void;

/** Runs what is due every five seconds. */
export function startJobs(
  runDue: (tellFailure: Tell) => Promise<unknown>,
  log: Logger,
  everyMs = EVERY_MS,
): { readonly stop: () => Promise<void> } {
  const toldAt = new Map<string, number>();
  const tell: Tell = (job, error) => {
    const failure = { job, ...describeBug(error) };
    const name = JSON.stringify(failure);
    if (Date.now() - (toldAt.get(name) ?? 0) < SAME_AGAIN_MS) return;
    toldAt.set(name, Date.now());
    log.error(failure, 'JOB_FAILED');
  };
  return { stop: inRounds(everyMs, () => runDue(tell).catch((error: unknown) => tell('round', error))) };
}
