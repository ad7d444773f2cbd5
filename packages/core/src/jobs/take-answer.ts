import type { CoreDeps } from '../deps';
import { notePayment, type PaymentStep, stepPayments } from '../store/premium.store';
import { writeAudit } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import type { Submission } from './apply-at-tax-office';
import { releaseHolds } from './resolve-holds';

/** After a question without an answer the tax office may still be working: the next look is this much later. */
export const LOOK_AGAIN_SECONDS = 60;

/** 入库 follows some working days after the payment; nobody waits for it by the minute. */
export const TREASURY_SECONDS = 6 * 3600;

/** The states in which the tax office's answer to an application is still awaited. */
export const isAwaiting = ({ state }: Pick<PremiumPaymentRow, 'state'>): boolean =>
  state === 'submitting' || state === 'unknown' || state === 'locked';

interface Answered<A = Submission> {
  readonly payment: PremiumPaymentRow;
  readonly answer: A;
}

/** Writes down what became of an application whose payment is locked and awaits an answer. */
export async function takeAnswer(tx: Tx, deps: CoreDeps, { payment, answer }: Answered): Promise<void> {
  const now = deps.now();
  if (answer.state === 'accepted') {
    const step = { state: 'applied', reason: 'accepted', tax_number: answer.taxNumber, applied_at: now, next_check_at: null } as const;
    await stepAndRecord(tx, deps, { payment, step });
  } else if (answer.state === 'refused') {
    await releaseHolds(tx, deps, [{ payment, step: { state: 'failed', reason: answer.reason, closed_at: now, next_check_at: null } }]);
  } else {
    await wait(tx, deps, { payment, answer });
  }
}

/** What was not sent changes no state: the hold stands and it is sent again. An earlier sending may have arrived, so the money is not given back. */
async function wait(
  tx: Tx,
  deps: CoreDeps,
  { payment, answer }: Answered<Exclude<Submission, { state: 'accepted' | 'refused' }>>,
): Promise<void> {
  const seconds = answer.state === 'locked' ? answer.retryAfterSeconds : LOOK_AGAIN_SECONDS;
  const next_check_at = secondsAfter(deps.now(), seconds);
  const state = answer.state === 'not-sent' ? payment.state : answer.state === 'locked' ? 'locked' : 'unknown';
  const reason = state === 'locked' ? 'busy' : 'no-answer';
  if (payment.state === state) await notePayment(tx, deps, { id: payment.id, next_check_at });
  else await stepAndRecord(tx, deps, { payment, step: { state, reason, next_check_at } });
}

export async function stepAndRecord(
  tx: Tx,
  deps: CoreDeps,
  { payment, step }: { readonly payment: PremiumPaymentRow; readonly step: PaymentStep },
): Promise<void> {
  await stepPayments(tx, deps, { payments: [payment], step });
  const line = {
    holderId: payment.holder_id,
    actor: { kind: 'job' },
    action: `premium-${step.state}`,
    subjectId: payment.id,
    reason: step.reason,
  } as const;
  await writeAudit(tx, deps, [line]);
}

export const secondsAfter = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
