import { maskName } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { NoAnswer, NotSent, type TaxApplicationAnswer } from '../outside';
import { certificateNumberOf, findPersons, nameOf } from '../store/person.store';
import { findPayment, findWaiting, lockPayments, notePayment, type PaymentStep, stepPayment } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';
import { clearAtOnce } from './clear-premiums';
import { releaseHolds } from './resolve-holds';
import { singleFlight } from './single-flight';

/** After a question without an answer the tax office may still be working: the first look back is this much later. */
export const LOOK_AGAIN_SECONDS = 60;

/** Brings a held payment to the tax office and writes down what it answers. Safe to call for a payment in any state, and as often as one likes. */
export const submitPremium = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `submit/${paymentId}`, async () => {
    const payment = await findPayment(deps.db, paymentId);
    if (payment?.state !== 'submitting') return;
    const answer = await ask(deps, payment);
    await inTransaction(deps.db, (tx) => writeDown(tx, deps, paymentId, answer));
    await clearAtOnce(deps, paymentId);
  });

/** Those whose process died between the hold and the answer: the same payment is sent again, which the tax office knows by its id. */
export async function submitPremiums(deps: CoreDeps): Promise<number> {
  const left = await findWaiting(deps.db, ['submitting'], deps.now());
  for (const { id } of left) await submitPremium(deps, id);
  return left.length;
}

export type Submission = TaxApplicationAnswer | { readonly state: 'not-sent' } | { readonly state: 'no-answer' };

async function ask(deps: CoreDeps, payment: PremiumPaymentRow): Promise<Submission> {
  const people = await findPersons(deps.db, [payment.person_id, payment.holder_id]);
  const [person, payer] = [people.get(payment.person_id), people.get(payment.holder_id)];
  if (person === undefined || payer === undefined) throw new Error('a payment names a person who is not there');
  try {
    return await deps.taxOffice.apply({
      paymentId: payment.id,
      certificateNumber: certificateNumberOf(deps, person),
      regionCode: payment.region_code,
      year: payment.year,
      amountFen: payment.amount_fen,
      payer: maskName(nameOf(deps, payer)),
    });
  } catch (error) {
    if (error instanceof NotSent) return { state: 'not-sent' };
    if (error instanceof NoAnswer) return { state: 'no-answer' };
    throw error;
  }
}

/** Under the payment's lock, and only if nobody else wrote an answer meanwhile. */
async function writeDown(tx: Tx, deps: CoreDeps, paymentId: string, answer: Submission): Promise<void> {
  const payment = (await lockPayments(tx, [paymentId])).get(paymentId);
  if (payment?.state !== 'submitting') return;
  await takeAnswer(tx, deps, payment, answer);
}

export async function takeAnswer(tx: Tx, deps: CoreDeps, payment: PremiumPaymentRow, answer: Submission): Promise<void> {
  const now = deps.now();
  const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
  if (answer.state === 'refused' || answer.state === 'not-sent') {
    const reason = answer.state === 'refused' ? answer.reason : 'not-sent';
    await releaseHolds(tx, deps, [{ payment, step: { state: 'failed', failure_reason: reason, closed_at: now, next_check_at: null } }]);
    return;
  }
  if (answer.state === 'accepted') {
    const accepted = { tax_number: answer.taxNumber, applied_at: now, next_check_at: null };
    await stepAndRecord(tx, deps, payment, { state: 'applied', ...accepted });
    return;
  }
  const waiting = answer.state === 'locked' ? later(answer.retryAfterSeconds) : later(LOOK_AGAIN_SECONDS);
  const state = answer.state === 'locked' ? 'locked' : 'unknown';
  if (payment.state === state) await notePayment(tx, deps, payment.id, { next_check_at: waiting });
  else await stepAndRecord(tx, deps, payment, { state, next_check_at: waiting });
}

export async function stepAndRecord(tx: Tx, deps: CoreDeps, payment: PremiumPaymentRow, step: PaymentStep): Promise<void> {
  await stepPayment(tx, deps, payment, step);
  const line = { holderId: payment.holder_id, actor: { kind: 'job' }, action: `premium-${step.state}`, subjectId: payment.id } as const;
  await writeAudit(tx, deps, [line]);
}
