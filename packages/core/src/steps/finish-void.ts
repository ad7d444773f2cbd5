import { decided } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type Command, one } from '../outcome';
import { answerIfAny } from '../outside';
import { gather } from '../request-lists/gather';
import { clearingDueAt, findPayment, lockPayments, notePayment } from '../store/premium.store';
import { inTransaction } from '../store/transaction';
import { releaseHolds } from './resolve-holds';
import { singleFlight } from '../request-lists/single-flight';
import { LOOK_AGAIN_SECONDS, secondsAfter } from './take-answer';

/**
 * Carries a requested void to the tax office and writes down what came of it. While the request stands no batch takes the payment, so the two
 * cannot cross; without an answer it stands until the next run finds out.
 */
export const finishVoid = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `void/${paymentId}`, async () => {
    const payment = await findPayment(deps.db, paymentId);
    if (payment?.state !== 'applied' || payment.void_requested_at === null) return;
    await one(writeDown)(deps, { paymentId, outcome: await askOutcome(deps, paymentId) });
  });

type VoidOutcome = 'voided' | 'not-voided' | 'unknown';

async function askOutcome(deps: CoreDeps, paymentId: string): Promise<VoidOutcome> {
  const answer = await answerIfAny(deps.taxOffice.void(paymentId));
  if (answer?.state === 'voided') return 'voided';
  // Refused or silent: this void or an earlier one may have been done. The query says how it stands.
  const known = await answerIfAny(deps.taxOffice.query(paymentId));
  // It accepted the payment once. That it does not know it now is a contradiction, and money is not given back on a contradiction.
  if (known === undefined || known.state === 'none') return 'unknown';
  if (known.state === 'voided') return 'voided';
  return answer === undefined && known.state === 'accepted' ? 'unknown' : 'not-voided';
}

interface Answered {
  readonly paymentId: string;
  readonly outcome: VoidOutcome;
}

/** Answers that come at once are written down as one list. */
const writeDown: Command<Answered, true> = gather((deps, answered) =>
  inTransaction(deps.db, async (tx) => {
    const payments = await lockPayments(
      tx,
      answered.map(({ paymentId }) => paymentId),
    );
    const voiding = [...payments.values()].filter((payment) => payment.state === 'applied' && payment.void_requested_at !== null);
    const outcomeOf = new Map(answered.map(({ paymentId, outcome }) => [paymentId, outcome]));
    const next_check_at = secondsAfter(deps.now(), LOOK_AGAIN_SECONDS);
    for (const payment of voiding) {
      const { id } = payment;
      if (outcomeOf.get(id) === 'unknown') await notePayment(tx, deps, { id, next_check_at });
      if (outcomeOf.get(id) === 'not-voided')
        await notePayment(tx, deps, { id, void_requested_at: null, next_check_at: clearingDueAt(payment) });
    }
    const voided = voiding.filter(({ id }) => outcomeOf.get(id) === 'voided');
    const step = { state: 'voided', reason: 'voided', closed_at: deps.now(), next_check_at: null } as const;
    await releaseHolds(
      tx,
      deps,
      voided.map((payment) => ({ payment, step })),
    );
    return answered.map(() => decided<true>(true));
  }),
);
