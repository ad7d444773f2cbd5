import { decided } from '@gongji/domain';
import { gather, gatherReads } from '../commands/gather';
import type { CoreDeps } from '../deps';
import type { Command } from '../outcome';
import { findPersons } from '../store/person.store';
import { findPayments, findWaiting, lockPayments } from '../store/premium.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';
import { inTransaction } from '../store/transaction';
import { applyAtTaxOffice, type Submission } from './apply-at-tax-office';
import { clearAtOnce } from './clear-premiums';
import { eachApart } from './each-apart';
import { singleFlight } from './single-flight';
import { isAwaiting, takeAnswers } from './take-answer';

/** Brings held payments to the tax office and writes down what it answers. Safe to call for payments in any state, and as often as one likes. */
export const submitHeld = (deps: CoreDeps, paymentIds: readonly string[]): Promise<void> =>
  eachApart(paymentIds, (paymentId) => singleFlight(deps, `submit/${paymentId}`, () => submit(deps, paymentId)));

async function submit(deps: CoreDeps, paymentId: string): Promise<void> {
  const [found] = await findHeld(deps, [paymentId]);
  if (found?.ok !== true || found.value === undefined) return;
  const { payment, people } = found.value;
  const answer = await applyAtTaxOffice(deps, { payment, people });
  await writeAnswer(deps, [{ paymentId, answer }]);
  if (answer.state === 'accepted' && payment.clearing_way === 'at-once') await clearAtOnce(deps, paymentId);
}

interface HeldPayment {
  readonly payment: PremiumPaymentRow;
  readonly people: ReadonlyMap<string, PersonRow>;
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
    return decided(payment?.state === 'submitting' ? { payment, people } : undefined);
  });
});

interface Answered {
  readonly paymentId: string;
  readonly answer: Submission;
}

const writeAnswer: Command<Answered, void> = gather((deps, answered) =>
  inTransaction(deps.db, async (tx) => {
    const locked = await lockPayments(
      tx,
      answered.map(({ paymentId }) => paymentId),
    );
    const awaited = answered.flatMap(({ paymentId, answer }) => {
      const payment = locked.get(paymentId);
      // Somebody else may have written an answer meanwhile.
      return payment !== undefined && isAwaiting(payment) ? [{ payment, answer }] : [];
    });
    await takeAnswers(tx, deps, awaited);
    return answered.map(() => decided(undefined));
  }),
);

/** Those whose message was not sent, or whose process died between the hold and the answer: the same payment is sent again. */
export async function submitPremiums(deps: CoreDeps): Promise<number> {
  const left = await findWaiting(deps.db, ['submitting'], deps.now());
  await submitHeld(
    deps,
    left.map(({ id }) => id),
  );
  return left.length;
}
