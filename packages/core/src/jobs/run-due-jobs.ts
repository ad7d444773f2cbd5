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

export interface JobReport {
  readonly submitted: number;
  readonly resolved: number;
  readonly cleared: number;
  readonly refunded: number;
  /** People whose insurance has changed, and steps that the clock or the register took with grants. */
  readonly registered: number;
  readonly ended: number;
  /** Accounts whose year was switched, and that a month's file credited. */
  readonly switched: number;
  readonly credited: number;
  /** Days ahead that people were reminded of. */
  readonly reminded: number;
  /** Messages that WeChat took. */
  readonly sent: number;
  /** Daily files of the tax office that were compared to their end. */
  readonly reconciled: number;
}

/**
 * Everything that is due now. Safe to run at any moment and from several processes: each step is found by its state and written under its lock.
 * A job that fails does not keep the next from its turn; its error comes out at the end, for the log.
 */
export async function runDueJobs(deps: CoreDeps): Promise<JobReport> {
  const report = {
    submitted: 0,
    resolved: 0,
    cleared: 0,
    refunded: 0,
    registered: 0,
    ended: 0,
    switched: 0,
    credited: 0,
    reminded: 0,
    sent: 0,
    reconciled: 0,
  };
  const failures: unknown[] = [];
  const jobs: readonly (() => Promise<void>)[] = [
    async () => void (report.submitted = await submitPremiums(deps)),
    async () => void (report.resolved = await resolvePremiums(deps)),
    async () => void (report.cleared = await clearPremiums(deps)),
    async () => void (report.refunded = await refundPremiums(deps)),
    // Before the bindings: what the register says today ends them today.
    async () => void (report.registered = await takeRegisterChanges(deps)),
    async () => void (report.ended = await endBindings(deps)),
    // Before the credits: what the new year brings is not last year's.
    async () => void (report.switched = await switchYear(deps)),
    async () => void (report.credited = await creditAccounts(deps)),
    // After the bindings: what ended today is nothing to be reminded of.
    async () => void (report.reminded = await remind(deps)),
    // After everything that tells somebody something.
    async () => void (report.sent = await sendSubscribed(deps)),
    // Last: what the others find out needs not be told as a difference.
    async () => void (report.reconciled = await reconcileTaxOffice(deps)),
  ];
  for (const job of jobs) await job().catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
  return report;
}
