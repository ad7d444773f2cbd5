import type { CoreDeps } from '../deps';
import { answerIfAny, type TaxQueryAnswer } from '../outside';
import { findPersons } from '../store/person.store';
import { findPayment, findWaiting, lockPayments, notePayment } from '../store/premium.store';
import type { PremiumPaymentRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import { applyAtTaxOffice, heldPaymentOf, type Submission } from '../steps/apply-at-tax-office';
import { clearAtOnce } from './clear-premiums';
import { eachApart } from '../request-lists/each-apart';
import { releaseHolds, takeHolds } from '../steps/resolve-holds';
import { singleFlight } from '../request-lists/single-flight';
import { isAwaiting, secondsAfter, stepAndRecord, takeAnswers, TREASURY_SECONDS } from '../steps/take-answer';
import { finishVoid } from '../steps/finish-void';

/** Finds out by query what became of payments without an answer, of voids without one, and of paid ones that reach the treasury. */
export async function resolvePremiums(deps: CoreDeps): Promise<number> {
  const awaited = await findWaiting(deps.db, ['unknown', 'locked', 'applied'], deps.now());
  // After those that somebody is waiting for: at a month's end all its payments become due for a look at the treasury at once, and again every few hours.
  const paid = await findWaiting(deps.db, ['paid'], deps.now());
  await eachApart([...awaited, ...paid], ({ id, state }) => (state === 'applied' ? finishVoid(deps, id) : resolvePremium(deps, id)));
  return awaited.length + paid.length;
}

export const resolvePremium = (deps: CoreDeps, paymentId: string): Promise<void> =>
  singleFlight(deps, `resolve/${paymentId}`, async () => {
    const payment = await findPayment(deps.db, paymentId);
    if (payment === undefined) return;
    const known = await answerIfAny(deps.taxOffice.query(paymentId));
    const answer = await answerOf(deps, payment, known);
    await inTransaction(deps.db, async (tx) => {
      const locked = (await lockPayments(tx, [paymentId])).get(paymentId);
      if (locked?.state === 'paid') await lookForTreasury(tx, deps, { payment: locked, known });
      else if (locked !== undefined && isAwaiting(locked)) await writeDown(tx, deps, { payment: locked, answer });
    });
    if (answer.state === 'accepted' && payment.clearing_way === 'at-once') await clearAtOnce(deps, paymentId);
  });

type Outcome = Submission | { readonly state: 'paid'; readonly taxNumber: string } | { readonly state: 'voided' };

/** Only where the tax office says that it knows nothing of the payment is it sent again, as the same payment. */
async function answerOf(deps: CoreDeps, payment: PremiumPaymentRow, known: TaxQueryAnswer | undefined): Promise<Outcome> {
  if (known?.state === 'none' && isAwaiting(payment)) {
    const people = await findPersons(deps.db, [payment.person_id, payment.holder_id]);
    return applyAtTaxOffice(deps, heldPaymentOf(payment, people));
  }
  if (known?.state === 'voided' || known?.state === 'refunded') return { state: 'voided' };
  if (known === undefined || known.taxNumber === null || known.state === 'none') return { state: 'not-sent' };
  return { state: known.state === 'accepted' ? 'accepted' : 'paid', taxNumber: known.taxNumber };
}

async function writeDown(
  tx: Tx,
  deps: CoreDeps,
  { payment, answer }: { readonly payment: PremiumPaymentRow; readonly answer: Outcome },
): Promise<void> {
  const now = deps.now();
  if (answer.state === 'paid') {
    const step = {
      state: 'paid',
      reason: 'found-paid',
      tax_number: answer.taxNumber,
      applied_at: now,
      paid_at: now,
      next_check_at: now,
    } as const;
    await takeHolds(tx, deps, [{ payment, step }]);
  } else if (answer.state === 'voided') {
    const step = { state: 'failed', reason: 'voided-outside', closed_at: now, next_check_at: null } as const;
    await releaseHolds(tx, deps, [{ payment, step }]);
  } else {
    await takeAnswers(tx, deps, [{ payment, answer }]);
  }
}

async function lookForTreasury(
  tx: Tx,
  deps: CoreDeps,
  { payment, known }: { readonly payment: PremiumPaymentRow; readonly known: TaxQueryAnswer | undefined },
): Promise<void> {
  const now = deps.now();
  if (known?.state === 'posted')
    await stepAndRecord(tx, deps, { payment, step: { state: 'posted', reason: 'posted', posted_at: now, next_check_at: null } });
  else await notePayment(tx, deps, { id: payment.id, next_check_at: secondsAfter(now, TREASURY_SECONDS) });
}
