import type { CoreDeps } from '../deps';
import { clearPremiums } from './clear-premiums';
import { creditAccounts } from './credit-accounts';
import { endBindings } from './end-bindings';
import { reconcileTaxOffice } from './reconcile-tax-office';
import { remind } from './remind';
import { refundPremiums } from './refund-premiums';
import { resolvePremiums } from './resolve-premiums';
import { sendSubscribed } from './send-subscribed';
import { submitPremiums } from './submit-premiums';
import { switchYear } from './switch-year';
import { takeRegisterChanges } from './take-register-changes';

/** In the order of their turns; each answers how much it did. */
const JOBS = {
  submitted: submitPremiums,
  resolved: resolvePremiums,
  cleared: clearPremiums,
  refunded: refundPremiums,
  /** People whose insurance has changed, before the bindings: what the register says today ends them today. */
  registered: takeRegisterChanges,
  /** Steps that the clock or the register took with grants. */
  ended: endBindings,
  /** Accounts whose year was switched, before the credits: what the new year brings is not last year's. */
  switched: switchYear,
  credited: creditAccounts,
  /** Days ahead that people were reminded of, after the bindings: what ended today is nothing to be reminded of. */
  reminded: remind,
  /** Messages that WeChat took, after everything that tells somebody something. */
  sent: sendSubscribed,
  /** Daily files of the tax office that were compared to their end. Last, because what the others find out need not be reported as a difference. */
  reconciled: reconcileTaxOffice,
} satisfies Readonly<Record<string, (deps: CoreDeps) => Promise<number>>>;

export type Job = keyof typeof JOBS;
export type JobReport = Readonly<Partial<Record<Job, number>>>;

/**
 * Everything that is due now. Safe to run at any moment and from several processes: each step is found by its state and written under its lock.
 * A job that fails does not keep the next from its turn, and is missing in the report: each failure is told as it comes; where nobody is to be told, the
 * first is thrown at the end.
 */
export async function runDueJobs(deps: CoreDeps, tellFailure?: (job: Job, error: unknown) => void): Promise<JobReport> {
  const report: Partial<Record<Job, number>> = {};
  const failures: unknown[] = [];
  const told = tellFailure ?? ((_job, error) => void failures.push(error));
  for (const job of Object.keys(JOBS) as Job[]) {
    try {
      report[job] = await JOBS[job](deps);
    } catch (error) {
      told(job, error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return report;
}
