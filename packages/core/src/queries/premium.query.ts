import { AppError, canonicalText, decideVoid, PREMIUM_STATE_TEXT, type PremiumState, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { askLevy, findPremiumFacts, levyFactsOf } from '../facts/premium';
import { findLiveBinding } from '../store/binding.store';
import { cardOf, findPerson, findPersons, regionNameOf } from '../store/person.store';
import { findPayment, findPaymentsOfPayer, voidFactsOf } from '../store/premium.store';
import { hashOf } from '../store/sealing';
import { findLastRefunds, findPremiumChanges } from '../store/refund.store';
import type { PremiumPaymentRow } from '../store/tables';
import { failureText, refundView, timelineOf } from '../texts/payment';
import { instant, instantOrNull } from '../views/instant';
import { payerName } from '../views/legs';
import { levyView } from '../views/levy';
import type { LevyView, PaymentList, PaymentView } from '../views/premium-view';

/** What the tax office says somebody owes: for oneself, or for a relative one is bound to. */
export async function readLevy(
  deps: CoreDeps,
  { actorId, personId, year }: { readonly actorId: string; readonly personId: string; readonly year: number },
): Promise<LevyView> {
  const person = await findPerson(deps.db, personId);
  const bound = actorId === personId || (await findLiveBinding(deps.db, actorId, personId)) !== undefined;
  if (person === undefined || !bound) throw new AppError('PREMIUM_PERSON_NOT_BOUND');
  const answer = await askLevy(deps, person, year);
  if (!answer.ok) throw AppError.of(answer);
  if (!answer.value.found) throw new AppError('PREMIUM_NOT_DUE');
  const ask = { payerId: actorId, personId, year, levy: levyFactsOf(answer.value, year), rulesOn: shanghaiDate(deps.now()) };
  const facts = await findPremiumFacts(deps.db, deps, ask);
  if (!facts.ok) throw AppError.of(facts);
  return levyView(deps, { facts: facts.value, answer: answer.value });
}

export async function readPayments(
  deps: CoreDeps,
  { personId, year }: { readonly personId: string; readonly year?: number | undefined },
): Promise<PaymentList> {
  const payments = await findPaymentsOfPayer(deps.db, { payerId: personId, year });
  const background = await findBackground(deps, payments);
  return { payments: payments.map((payment) => viewOf(deps, payment, background)) };
}

/** PREMIUM_PAYMENT_NOT_FOUND for anybody but the payer. */
export async function readPayment(
  deps: CoreDeps,
  { personId, paymentId }: { readonly personId: string; readonly paymentId: string },
): Promise<PaymentView> {
  const payment = await findPayment(deps.db, paymentId);
  if (payment === undefined || payment.holder_id !== personId) throw new AppError('PREMIUM_PAYMENT_NOT_FOUND');
  return viewOf(deps, payment, await findBackground(deps, [payment]));
}

type Background = Awaited<ReturnType<typeof findBackground>>;

/** What the views of these payments need, in as many statements as one view needs. */
async function findBackground({ db }: CoreDeps, payments: readonly PremiumPaymentRow[]) {
  const ids = payments.map((payment) => payment.id);
  const people = await findPersons(
    db,
    payments.flatMap((payment) => [payment.person_id, payment.holder_id]),
  );
  return { people, changes: await findPremiumChanges(db, ids), refunds: await findLastRefunds(db, ids) };
}

function viewOf(deps: CoreDeps, payment: PremiumPaymentRow, { people, changes, refunds }: Background): PaymentView {
  const person = people.get(payment.person_id);
  if (person === undefined) throw new Error('a payment names a person who is not there');
  const refund = refunds.get(payment.id);
  const voiding = payment.void_requested_at !== null && payment.state === 'applied';
  const legs = [{ payerId: payment.holder_id, payer: payerName(deps, payment.holder_id, people), own: false }];
  return {
    paymentId: payment.id,
    number: payment.number,
    state: payment.state,
    stateText: voiding ? '正在作废，请稍后查看' : PREMIUM_STATE_TEXT[payment.state],
    person: cardOf(deps, person),
    year: payment.year,
    regionName: regionNameOf(deps, payment.region_code),
    amountFen: payment.amount_fen,
    legs: legs.map((leg) => ({ ...leg, amountFen: payment.amount_fen, skippedText: null })),
    appliedAt: instant(payment.submitted_at),
    nextCheckOn: nextCheckOn(payment),
    nextCheckAt: AWAITED.includes(payment.state) ? instantOrNull(payment.next_check_at) : null,
    voidable: !voiding && isVoidable(deps, payment),
    voidableUntil: payment.voidable_until,
    timeline: timelineOf(
      payment,
      changes.filter((change) => change.payment_id === payment.id),
      refund,
    ),
    benefitStartsOn: payment.benefit_starts_on,
    failureText: failureText(payment),
    refundable: payment.state === 'paid' || payment.state === 'posted',
    refund: refund === undefined ? null : refundView(refund),
    // A receipt of money that was given back would prove what is no longer so.
    receipt: payment.state === 'refunded' ? null : receiptOf(payment),
  };
}

/** An answer is awaited from the tax office, at a time that is known. */
const AWAITED: readonly PremiumState[] = ['submitting', 'unknown', 'locked', 'refunding'];

/** The batch's day while it waits for one, otherwise the day of the next question to the tax office. */
function nextCheckOn(payment: PremiumPaymentRow) {
  if (payment.state === 'applied' || payment.state === 'clearing') return payment.clears_by ?? payment.clears_from;
  return payment.next_check_at === null ? null : shanghaiDate(payment.next_check_at);
}

const isVoidable = (deps: CoreDeps, payment: PremiumPaymentRow): boolean =>
  decideVoid({ payment: voidFactsOf(payment), actorId: payment.holder_id, today: shanghaiDate(deps.now()) }).ok;

/** The hash is over the facts themselves, in a fixed order of keys: whoever has the receipt can compute it again. */
function receiptOf(payment: PremiumPaymentRow): PaymentView['receipt'] {
  if (payment.paid_at === null || payment.tax_number === null) return null;
  const facts = {
    ourNumber: payment.number,
    taxNumber: payment.tax_number,
    paidAt: instant(payment.paid_at),
    year: payment.year,
    regionCode: payment.region_code,
    amountFen: payment.amount_fen,
    payerId: payment.holder_id,
    personId: payment.person_id,
  };
  const { ourNumber, taxNumber, paidAt } = facts;
  return { ourNumber, taxNumber, paidAt, hash: hashOf(canonicalText(facts)).toString('hex') };
}
