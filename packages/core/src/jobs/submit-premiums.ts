import type { CoreDeps } from '../deps';
import { findPayment, findWaiting, lockPayments } from '../store/premium.store';
import { inTransaction } from '../store/transaction';
import { applyAtTaxOffice } from './apply-at-tax-office';
import { clearAtOnce } from './clear-premiums';
import { eachApart } from './each-apart';
import { singleFlight } from './single-flight';
import { isAwaiting, takeAnswer } from './take-answer';

/** Brings a held payment to the tax office and writes down what it answers. Safe to call for a payment in any state, and as often as one likes. */
export const submitPremium = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `submit/${paymentId}`, async () => {
    const payment = await findPayment(deps.db, paymentId);
    if (payment?.state !== 'submitting') return;
    const answer = await applyAtTaxOffice(deps, payment);
    await inTransaction(deps.db, async (tx) => {
      // Somebody else may have written an answer meanwhile.
      const locked = (await lockPayments(tx, [paymentId])).get(paymentId);
      if (locked !== undefined && isAwaiting(locked)) await takeAnswer(tx, deps, { payment: locked, answer });
    });
    if (answer.state === 'accepted') await clearAtOnce(deps, paymentId);
  });

/** Those whose message was not sent, or whose process died between the hold and the answer: the same payment is sent again. */
export async function submitPremiums(deps: CoreDeps): Promise<number> {
  const left = await findWaiting(deps.db, ['submitting'], deps.now());
  await eachApart(left, ({ id }) => submitPremium(deps, id));
  return left.length;
}
