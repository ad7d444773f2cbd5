import { decided } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type Command, one } from '../outcome';
import { viewOfAccepted } from '../queries/premium.query';
import { gather, gatherReads } from '../request-lists/gather';
import { findPersons } from '../store/person.store';
import { findPayments, findWaiting, lockPayments } from '../store/premium.store';
import { inTransaction } from '../store/transaction';
import type { PaymentView } from '../views/premium-view';
import { applyAtTaxOffice, type HeldPayment, heldPaymentOf, type JustHeld, type Submission } from '../steps/apply-at-tax-office';
import { clearAtOnce } from './clear-premiums';
import { eachApart } from '../request-lists/each-apart';
import { singleFlight } from '../request-lists/single-flight';
import { isAwaiting, takeAnswers } from '../steps/take-answer';

interface ToSubmit {
  readonly paymentId: string;
  /** As it was held just now; missing: it is looked up, in whatever state it is. */
  readonly held?: JustHeld | undefined;
}

/**
 * Brings held payments to the tax office and writes down what it answers. Safe to call for payments in any state, and as often as one likes. Answers the
 * views, by payment id, of those that were accepted just now; of what else became of one its payer has to read.
 */
export async function submitHeld(deps: CoreDeps, payments: readonly ToSubmit[]): Promise<ReadonlyMap<string, PaymentView>> {
  const views = new Map<string, PaymentView>();
  await eachApart(payments, async (payment) => {
    const view = await singleFlight(deps, `submit/${payment.paymentId}`, () => submit(deps, payment));
    if (view !== undefined) views.set(payment.paymentId, view);
  });
  return views;
}

async function submit(deps: CoreDeps, { paymentId, held }: ToSubmit): Promise<PaymentView | undefined> {
  const submitted = held ?? (await one(findHeld)(deps, paymentId));
  if (submitted === undefined) return undefined;
  const answer = await applyAtTaxOffice(deps, submitted);
  const view = await one(writeAnswer)(deps, { paymentId, answer, held });
  if (answer.state !== 'accepted' || submitted.payment.clearing_way !== 'at-once') return view;
  await clearAtOnce(deps, paymentId);
  return undefined;
}

/** Undefined for what has an answer already. */
const findHeld: Command<string, HeldPayment | undefined> = gatherReads(async (deps, ids) => {
  const payments = await findPayments(deps.db, ids);
  const held = [...payments.values()];
  const people = await findPersons(
    deps.db,
    held.flatMap((payment) => [payment.person_id, payment.holder_id]),
  );
  return ids.map((id) => {
    const payment = payments.get(id);
    return decided(payment?.state === 'submitting' ? heldPaymentOf(payment, people) : undefined);
  });
});

interface Answered extends ToSubmit {
  readonly answer: Submission;
}

const writeAnswer: Command<Answered, PaymentView | undefined> = gather((deps, answered) =>
  inTransaction(deps.db, async (tx) => {
    const locked = await lockPayments(
      tx,
      answered.map(({ paymentId }) => paymentId),
    );
    const awaited = answered.flatMap(({ paymentId, answer, held }) => {
      const payment = locked.get(paymentId);
      // Somebody else may have written an answer meanwhile.
      return payment !== undefined && isAwaiting(payment) ? [{ payment, answer, held }] : [];
    });
    const { accepted, told } = await takeAnswers(tx, deps, awaited);
    return answered.map(({ paymentId }) => {
      // A payment that waited longer has taken more steps than this one, and its view would be wrong.
      const payment = locked.get(paymentId)?.state === 'submitting' ? accepted.get(paymentId) : undefined;
      return decided(payment && told && viewOfAccepted(deps, payment, told));
    });
  }),
);

/** Those whose message was not sent, or whose process died between the hold and the answer: the same payment is sent again. */
export async function submitPremiums(deps: CoreDeps): Promise<number> {
  const left = await findWaiting(deps.db, ['submitting'], deps.now());
  await submitHeld(
    deps,
    left.map(({ id: paymentId }) => ({ paymentId })),
  );
  return left.length;
}
