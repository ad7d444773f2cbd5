import type { AppDeps } from './deps';
import { describeBug } from './http/error-response';
import { inRounds } from './rounds';

const EVERY_MS = 5_000;
/** What goes on failing for the same reason, as until somebody mends a template or a file, is logged again only this much later. */
const SAME_AGAIN_MS = 3_600_000;

type Tell = (job: string, error: unknown) => void;
/** Answers how much each job did. */
type RunDue = (tellFailure: Tell) => Promise<Readonly<Record<string, number>>>;

/** Runs what is due every five seconds. */
export function startJobs(
  runDue: RunDue,
  { log, metrics }: Pick<AppDeps, 'log' | 'metrics'>,
  everyMs = EVERY_MS,
): { readonly stop: () => Promise<void> } {
  const toldAt = new Map<string, number>();
  const tell: Tell = (job, error) => {
    metrics.jobFailed(job);
    const failure = { job, ...describeBug(error) };
    const name = JSON.stringify(failure);
    if (Date.now() - (toldAt.get(name) ?? 0) < SAME_AGAIN_MS) return;
    toldAt.set(name, Date.now());
    log.error(failure, 'JOB_FAILED');
  };
  const run = async (): Promise<void> => {
    for (const [job, count] of Object.entries(await runDue(tell))) metrics.jobDone(job, count);
  };
  return { stop: inRounds(everyMs, () => run().catch((error: unknown) => tell('round', error))) };
}
