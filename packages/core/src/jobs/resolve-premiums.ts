import type { CoreDeps } from '../deps';
import type { TaxQueryAnswer } from '../outside';
import { findVoiding, findWaiting, lockPayments, notePayment } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import { clearAtOnce } from './clear-premiums';
import { queryTaxOffice } from './query-tax-office';
import { releaseHolds, takeHolds } from './resolve-holds';
import { singleFlight } from './single-flight';
import { LOOK_AGAIN_SECONDS, stepAndRecord } from './submit-premiums';
import { finishVoid } from './void-premiums';

/** 入库 follows some working days after the payment; nobody waits for it by the minute. */
const POSTED_CHECK_SECONDS = 3600;

/** Finds out by query what became of payments without an answer, of voids without one, and of paid ones that reach the treasury. Never pays again. */
export async function resolvePremiums(deps: CoreDeps): Promise<number> {
  const waiting = await findWaiting(deps.db, ['unknown', 'locked', 'paid'], deps.now());
  for (const { id } of waiting) await resolvePremium(deps, id);
  const voiding = await findVoiding(deps.db);
  for (const { id } of voiding) await finishVoid(deps, id);
  return waiting.length + voiding.length;
}

export const resolvePremium = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `resolve/${paymentId}`, async () => {
    const answer = await queryTaxOffice(deps, paymentId);
    await inTransaction(deps.db, async (tx) => {
      const payment = (await lockPayments(tx, [paymentId])).get(paymentId);
      if (payment !== undefined) await writeDown(tx, deps, payment, answer);
    });
    await clearAtOnce(deps, paymentId);
  });

async function writeDown(tx: Tx, deps: CoreDeps, payment: PremiumPaymentRow, answer: TaxQueryAnswer | undefined): Promise<void> {
  if (payment.state === 'paid') await lookForTreasury(tx, deps, payment, answer);
  if (payment.state === 'unknown' || payment.state === 'locked') await lookForOutcome(tx, deps, payment, answer);
}

async function lookForTreasury(tx: Tx, deps: CoreDeps, payment: PremiumPaymentRow, answer: TaxQueryAnswer | undefined): Promise<void> {
  const now = deps.now();
  if (answer?.state === 'posted') await stepAndRecord(tx, deps, payment, { state: 'posted', posted_at: now, next_check_at: null });
  else await notePayment(tx, deps, payment.id, { next_check_at: secondsAfter(now, POSTED_CHECK_SECONDS) });
}

async function lookForOutcome(tx: Tx, deps: CoreDeps, payment: PremiumPaymentRow, answer: TaxQueryAnswer | undefined): Promise<void> {
  const now = deps.now();
  const taxNumber = answer?.taxNumber ?? null;
  if (answer?.state === 'accepted' && taxNumber !== null) {
    await stepAndRecord(tx, deps, payment, { state: 'applied', tax_number: taxNumber, applied_at: now, next_check_at: null });
  } else if ((answer?.state === 'paid' || answer?.state === 'posted') && taxNumber !== null) {
    await takeHolds(tx, deps, [
      { payment, step: { state: 'paid', tax_number: taxNumber, applied_at: now, paid_at: now, next_check_at: now } },
    ]);
  } else if (answer?.state === 'voided' || (answer?.state === 'none' && isOld(payment, now))) {
    const reason = answer.state === 'voided' ? 'voided-outside' : 'not-received';
    await releaseHolds(tx, deps, [{ payment, step: { state: 'failed', failure_reason: reason, closed_at: now, next_check_at: null } }]);
  } else {
    await notePayment(tx, deps, payment.id, { next_check_at: secondsAfter(now, LOOK_AGAIN_SECONDS) });
  }
}

/** "None" right after sending may only mean "not yet": the message can still be on its way. */
const isOld = (payment: PremiumPaymentRow, now: Date): boolean =>
  payment.state === 'unknown' && now.getTime() - payment.changed_at.getTime() >= LOOK_AGAIN_SECONDS * 1000;

const secondsAfter = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
