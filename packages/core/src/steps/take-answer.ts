import { lockSeconds } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type Accepted, notePayment, type PaymentStep, stepAccepted, stepPayments } from '../store/premium.store';
import { type AuditLine, writeAudit } from '../store/record.store';
import type { PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import type { JustHeld, Submission } from './apply-at-tax-office';
import { type Closing, releaseHolds } from './resolve-holds';
import { type PremiumNews, type Told, tellPremiums } from './tell-premiums';

/** The request itself submits; after so long the job takes it that the process died. */
export const SUBMIT_SECONDS = 10;

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
  readonly held?: JustHeld | undefined;
}

interface Taken {
  /** By id, as they are now. */
  readonly accepted: ReadonlyMap<string, PremiumPaymentRow>;
  readonly told: Told | undefined;
}

/** Writes down what became of applications whose payments are locked and await an answer, and tells both sides. */
export async function takeAnswers(tx: Tx, deps: CoreDeps, answered: readonly Answered[]): Promise<Taken> {
  const now = deps.now();
  const accepted: Accepted[] = [];
  const refused: Closing[] = [];
  const news: PremiumNews[] = [];
  for (const { payment, answer, held } of answered) {
    if (answer.state === 'accepted') {
      accepted.push({ payment, taxNumber: answer.taxNumber });
      news.push({ payment, held, action: 'premium-held' });
    } else if (answer.state === 'refused') {
      refused.push({ payment, step: { state: 'failed', reason: answer.reason, closed_at: now, next_check_at: null } });
    } else {
      if (isUntold(payment)) news.push({ payment, held, action: 'premium-waiting' });
      await wait(tx, deps, { payment, answer });
    }
  }
  await releaseHolds(tx, deps, refused);
  const [steppedTo, , told] = await Promise.all([
    stepAccepted(tx, deps, accepted),
    writeAudit(
      tx,
      deps,
      accepted.map(({ payment }) => lineOf(payment, { state: 'applied', reason: 'accepted' })),
    ),
    tellPremiums(tx, deps, news),
  ]);
  return { accepted: new Map(steppedTo.map((payment) => [payment.id, payment])), told };
}

/** Nobody has asked again since the money was held. Both sides are told the first time that no answer comes, and not again. */
const isUntold = ({ state, next_check_at, submitted_at }: PremiumPaymentRow): boolean =>
  state === 'submitting' && next_check_at?.getTime() === secondsAfter(submitted_at, SUBMIT_SECONDS).getTime();

/** What was not sent changes no state: the hold stands and it is sent again. An earlier sending may have arrived, so the money is not given back. */
async function wait(
  tx: Tx,
  deps: CoreDeps,
  { payment, answer }: Answered<Exclude<Submission, { state: 'accepted' | 'refused' }>>,
): Promise<void> {
  const seconds = answer.state === 'locked' ? lockSeconds(answer.retryAfterSeconds) : LOOK_AGAIN_SECONDS;
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
  await writeAudit(tx, deps, [lineOf(payment, step)]);
}

const lineOf = (payment: PremiumPaymentRow, { state, reason }: PaymentStep): AuditLine => ({
  holderId: payment.holder_id,
  actor: { kind: 'job' },
  action: `premium-${state}`,
  subjectId: payment.id,
  reason,
});

export const secondsAfter = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);
