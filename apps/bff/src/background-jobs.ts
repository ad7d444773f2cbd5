import { type CoreDeps, runDueJobs } from '@gongji/core';
import type { Logger } from 'pino';
import { describeBug } from './http/error-response';

const EVERY_MS = 5_000;

/** What is due is done every five seconds; a round that takes longer is not overtaken. `stop` waits for the round under way. */
export function startJobs(core: CoreDeps, log: Logger): { readonly stop: () => Promise<void> } {
  let round: Promise<void> | null = null;
  const run = async () => {
    try {
      await runDueJobs(core);
    } catch (error) {
      log.error(describeBug(error), 'JOBS_FAILED');
    }
    round = null;
  };
  const timer = setInterval(() => {
    round ??= run();
  }, EVERY_MS).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
