import { refundRefusedReason } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { answerIfAny, type TaxRefundAnswer } from '../outside';
import type { Movement } from '../store/booking';
import { lockAccounts, move } from '../store/ledger.store';
import { findPayment, findWaiting, lockPayments, notePayment, stepPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import { changeRefund, findAskedRefund, findTaken } from '../store/refund.store';
import type { PremiumRefundRow } from '../store/premium-tables';
import type { PremiumPaymentRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import { carryOverReleased } from '../steps/carry-over';
import { eachApart } from '../request-lists/each-apart';
import { singleFlight } from '../request-lists/single-flight';
import { LOOK_AGAIN_SECONDS, secondsAfter, TREASURY_SECONDS } from '../steps/take-answer';
import { tellRefund } from '../steps/tell-refund';

/** Finds out what became of refunds that the tax office has not answered, or said it would answer later. */
export async function refundPremiums(deps: CoreDeps): Promise<number> {
  const waiting = await findWaiting(deps.db, ['refunding'], deps.now());
  await eachApart(waiting, ({ id }) => finishRefund(deps, id));
  return waiting.length;
}

/**
 * Carries a refund that was asked for to the tax office and writes down what came of it. It is sent under its own id, so a second sending is the same
 * refund; without an answer the payment stays `refunding` until the next run has found out.
 */
export const finishRefund = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `refund/${paymentId}`, async () => {
    const [payment, refund] = [await findPayment(deps.db, paymentId), await findAskedRefund(deps.db, paymentId)];
    if (payment?.state !== 'refunding' || refund === undefined) return;
    const answer = await answerIfAny(askOutcome(deps, payment, refund));
    await inTransaction(deps.db, async (tx) => {
      const locked = (await lockPayments(tx, [paymentId])).get(paymentId);
      const asked = await findAskedRefund(tx, paymentId);
      // Somebody else may have written an answer meanwhile.
      if (locked?.state === 'refunding' && asked?.id === refund.id) await writeDown(tx, deps, { payment: locked, refund, answer });
    });
  });

/** Asks how it stands first; only where the tax office knows nothing of the refund is it sent. */
async function askOutcome(deps: CoreDeps, payment: PremiumPaymentRow, refund: PremiumRefundRow): Promise<TaxRefundAnswer> {
  const known = await deps.taxOffice.queryRefund(refund.id);
  if (known.state !== 'none') return known;
  const { id: paymentId, amount_fen: amountFen } = payment;
  return deps.taxOffice.refund({ refundId: refund.id, paymentId, reason: refund.reason, amountFen });
}

interface Answered<A> {
  readonly payment: PremiumPaymentRow;
  readonly refund: PremiumRefundRow;
  readonly answer: A;
}

async function writeDown(tx: Tx, deps: CoreDeps, { payment, refund, answer }: Answered<TaxRefundAnswer | undefined>): Promise<void> {
  if (answer?.state === 'refunded') return giveBack(tx, deps, { payment, refund, answer });
  if (answer?.state === 'refused') return keep(tx, deps, { payment, refund, answer });
  if (answer !== undefined) await changeRefund(tx, { id: refund.id, expected_on: answer.expectedOn });
  const seconds = answer === undefined ? LOOK_AGAIN_SECONDS : TREASURY_SECONDS;
  return notePayment(tx, deps, { id: payment.id, next_check_at: secondsAfter(deps.now(), seconds) });
}

/** Each leg to the very pot it came from, once: the movement is named after the leg. From there money of an earlier year goes on, as the year's switch would have it. */
async function giveBack(
  tx: Tx,
  deps: CoreDeps,
  { payment, refund, answer }: Answered<Extract<TaxRefundAnswer, { state: 'refunded' }>>,
): Promise<void> {
  const accounts = await lockAccounts(tx, [payment.holder_id]);
  const taken = await findTaken(tx, payment.id);
  const movements = taken.map(
    (leg): Movement => ({
      kind: 'posted',
      requestId: `refund/${leg.pot}`,
      holderId: leg.holder_id,
      fromAccountId: leg.to_account_id,
      toAccountId: leg.from_account_id,
      amountFen: leg.amount,
      reason: 'refund',
      subjectId: payment.id,
      forPersonId: leg.for_person_id,
    }),
  );
  const carried = await carryOverReleased(tx, deps, { accounts, holds: taken });
  await move(tx, deps, { accounts, movements: [...movements, ...carried] });
  const at = deps.now();
  await changeRefund(tx, { id: refund.id, state: 'refunded', tax_number: answer.taxNumber, ended_at: at });
  await stepPayments(tx, deps, {
    payments: [payment],
    step: { state: 'refunded', reason: 'refunded', closed_at: at, next_check_at: null },
  });
  await record(tx, deps, { payment, action: 'premium-refunded', reason: refund.reason });
}

/** Back to what it was; a payment that had not reached the treasury goes on looking for it. */
async function keep(
  tx: Tx,
  deps: CoreDeps,
  { payment, refund, answer }: Answered<Extract<TaxRefundAnswer, { state: 'refused' }>>,
): Promise<void> {
  const at = deps.now();
  const before = payment.posted_at === null ? { state: 'paid', next_check_at: at } : { state: 'posted', next_check_at: null };
  await changeRefund(tx, { id: refund.id, state: 'refused', refusal: answer.reason, ended_at: at });
  const step = { ...before, reason: refundRefusedReason(answer.reason) } as const;
  await stepPayments(tx, deps, { payments: [payment], step: step as Parameters<typeof stepPayments>[2]['step'] });
  await record(tx, deps, { payment, action: 'premium-refund-refused', reason: step.reason });
}

interface Recorded {
  readonly payment: PremiumPaymentRow;
  readonly action: 'premium-refunded' | 'premium-refund-refused';
  readonly reason: string;
}

async function record(tx: Tx, deps: CoreDeps, { payment, action, reason }: Recorded): Promise<void> {
  const { holder_id: holderId, id: subjectId } = payment;
  await writeAudit(tx, deps, [{ holderId, actor: { kind: 'job' }, action, subjectId, reason }]);
  await tellRefund(tx, deps, { payment, action });
}
