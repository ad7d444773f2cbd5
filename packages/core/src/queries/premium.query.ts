import { AppError, COVER_STATE_TEXT, decided, PREMIUM_STATE_TEXT, type PremiumState, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { askLevy, findPremiumFacts, levyFactsOf } from '../facts/premium';
import { findReceipts, type FoundReceipt } from '../facts/receipt';
import { isVoidable, isVoiding } from '../facts/voiding';
import { type Command, one } from '../outcome';
import { gatherReads } from '../request-lists/gather';
import { findStandingBinding } from '../store/binding.store';
import { type Look, noteLooks } from '../store/look.store';
import { cardAsOf, findPerson, findPersons, regionNameOf } from '../store/person.store';
import { type AskPayments, findPayments, findPaymentsFor, findPaymentsOfPayer } from '../store/premium.store';
import { findLastRefunds, findPremiumChanges } from '../store/refund.store';
import type { PremiumPaymentRow } from '../store/tables';
import { type Reader, readTogether } from '../store/transaction';
import { failureText, refundView, timelineOf } from '../texts/payment';
import { instant, instantOrNull } from '../views/instant';
import { payerName } from '../views/legs';
import { levyView } from '../views/levy';
import type { LevyView, PaidForMe, PaymentList, PaymentView } from '../views/premium-view';

/** What the tax office says somebody owes: for oneself, or for a relative one is bound to. */
export async function readLevy(
  deps: CoreDeps,
  { actorId, personId, year }: { readonly actorId: string; readonly personId: string; readonly year: number },
): Promise<LevyView> {
  const person = await findPerson(deps.db, personId);
  const bound = actorId === personId || (await findStandingBinding(deps.db, actorId, personId)) !== undefined;
  if (person === undefined || !bound) throw new AppError('PREMIUM_PERSON_NOT_BOUND');
  await noteLooks(deps, [{ holderId: personId, looker: { kind: 'person', id: actorId }, what: 'levy', subjectId: personId }]);
  const answer = await askLevy(deps, person, year);
  if (!answer.ok) throw AppError.of(answer);
  if (!answer.value.found) throw new AppError('PREMIUM_NOT_DUE');
  const ask = { payerId: actorId, personId, year, levy: levyFactsOf(answer.value, year), rulesOn: shanghaiDate(deps.now()) };
  const facts = await findPremiumFacts(deps.db, deps, ask);
  if (!facts.ok) throw AppError.of(facts);
  return levyView(deps, { facts: facts.value, answer: answer.value, known: await findKnown(deps.db, deps, [actorId]) });
}

/** What the person has paid for others, and what others have paid for the person. */
export async function readPayments(deps: CoreDeps, ask: AskPayments): Promise<PaymentList> {
  const payments = await findPaymentsOfPayer(deps.db, ask);
  const known = await findKnown(deps.db, deps, [ask.personId]);
  const beside = await findBeside(deps.db, payments, known);
  await noteLooks(deps, payments.map(lookOfPayer));
  return { payments: payments.map((payment) => viewOf(deps, payment, beside)), paidForMe: await readPaidFor(deps, ask, known) };
}

/** The person reads that it was paid and by whom; what it was paid from stays the payer's. */
async function readPaidFor(deps: CoreDeps, ask: AskPayments, known: Known): Promise<PaidForMe[]> {
  const { personId } = ask;
  const payments = await findPaymentsFor(deps.db, ask);
  const payers = await findPersons(
    deps.db,
    payments.map((payment) => payment.holder_id),
  );
  await noteLooks(
    deps,
    payments.map(({ holder_id: holderId }) => ({ holderId, looker: { kind: 'person', id: personId }, what: 'cover', subjectId: personId })),
  );
  return payments.map((payment) => ({
    year: payment.year,
    regionName: regionNameOf(deps, payment.region_code),
    payer: known.nameFor(personId, payers.get(payment.holder_id)),
    state: payment.state,
    stateText: COVER_STATE_TEXT[payment.state],
    appliedAt: instant(payment.submitted_at),
  }));
}

export interface AskPayment {
  readonly personId: string;
  readonly paymentId: string;
}

/** PREMIUM_PAYMENT_NOT_FOUND for anybody but the payer. */
export const readPayment = one<AskPayment, PaymentView>((deps, asked) => findPaymentViews(deps, asked));

/** Those who wait for the same moment's answers are answered by the same few statements. */
const findPaymentViews: Command<AskPayment, PaymentView> = gatherReads(async (deps, asked) => {
  const [own, beside] = await readTogether(deps.db, async (reader) => {
    const [payments, known] = await Promise.all([
      findPayments(
        reader,
        asked.map(({ paymentId }) => paymentId),
      ),
      findKnown(
        reader,
        deps,
        asked.map(({ personId }) => personId),
      ),
    ]);
    // Nothing more is read of a payment of others, and nobody is noted to have looked at it.
    const theirs = asked.map(({ personId, paymentId }) => {
      const payment = payments.get(paymentId);
      return payment?.holder_id === personId ? [payment] : [];
    });
    return [theirs, await findBeside(reader, theirs.flat(), known)] as const;
  });
  await noteLooks(deps, own.flat().map(lookOfPayer));
  return own.map(([payment]) => (payment === undefined ? refused('PREMIUM_PAYMENT_NOT_FOUND') : decided(viewOf(deps, payment, beside))));
});

/** Only the payer reads a payment; a person's payments of all years are one look a day. */
export const lookOfPayer = ({ holder_id: payerId, person_id: holderId }: Pick<PremiumPaymentRow, 'holder_id' | 'person_id'>): Look => ({
  holderId,
  looker: { kind: 'person', id: payerId },
  what: 'premium',
  subjectId: holderId,
});

type Beside = Awaited<ReturnType<typeof findBeside>>;

/** What the payer reads of a payment that was accepted just now: nothing else has become of it yet. */
export const viewOfAccepted = (
  deps: CoreDeps,
  payment: PremiumPaymentRow,
  { people, known }: Pick<Beside, 'people' | 'known'>,
): PaymentView =>
  viewOf(deps, payment, {
    people,
    known,
    receipts: new Map(),
    refunds: new Map(),
    changes: new Map([[payment.id, [{ reason: 'accepted', at: payment.changed_at }]]]),
  });

/** What the views of these payments need, in as many statements as one view needs. */
async function findBeside(reader: Reader, payments: readonly PremiumPaymentRow[], known: Known) {
  const ids = payments.map((payment) => payment.id);
  const [people, receipts, changes, refunds] = await Promise.all([
    findPersons(
      reader,
      payments.flatMap((payment) => [payment.person_id, payment.holder_id]),
    ),
    findReceipts(reader, payments),
    findPremiumChanges(reader, ids),
    findLastRefunds(reader, ids),
  ]);
  return { people, known, receipts, changes, refunds };
}

function viewOf(deps: CoreDeps, payment: PremiumPaymentRow, { people, known, receipts, changes, refunds }: Beside): PaymentView {
  const person = people.get(payment.person_id);
  if (person === undefined) throw new Error('a payment names a person who is not there');
  const refund = refunds.get(payment.id);
  const voiding = isVoiding(payment);
  const legs = [{ payerId: payment.holder_id, payer: payerName(deps, payment.holder_id, people), own: false }];
  return {
    paymentId: payment.id,
    number: payment.number,
    state: payment.state,
    stateText: voiding ? '正在作废' : PREMIUM_STATE_TEXT[payment.state],
    person: cardAsOf(deps, person, { mark: known.markOf(payment.holder_id, person.id), regionCode: payment.region_code }),
    year: payment.year,
    regionName: regionNameOf(deps, payment.region_code),
    amountFen: payment.amount_fen,
    legs: legs.map((leg) => ({ ...leg, amountFen: payment.amount_fen, skippedText: null })),
    appliedAt: instant(payment.submitted_at),
    nextCheckOn: nextCheckOn(payment),
    nextCheckAt: voiding || AWAITED.includes(payment.state) ? instantOrNull(payment.next_check_at) : null,
    voidable: isVoidable(deps, payment),
    voiding,
    voidableUntil: payment.voidable_until,
    timeline: timelineOf(payment, { changes: changes.get(payment.id) ?? [], refund, today: shanghaiDate(deps.now()) }),
    benefitStartsOn: payment.benefit_starts_on,
    failureText: failureText(payment),
    refundable: payment.state === 'paid' || payment.state === 'posted',
    refund: refund === undefined ? null : refundView(refund),
    receipt: receiptOf(receipts.get(payment.id)),
  };
}

/** An answer is awaited from the tax office, at a time that is known. */
const AWAITED: readonly PremiumState[] = ['submitting', 'unknown', 'locked', 'refunding'];

/** The batch's day while it waits for one, otherwise the day of the next question to the tax office. */
function nextCheckOn(payment: PremiumPaymentRow) {
  if ((payment.state === 'applied' && !isVoiding(payment)) || payment.state === 'clearing') return payment.clears_by ?? payment.clears_from;
  return payment.next_check_at === null ? null : shanghaiDate(payment.next_check_at);
}

const receiptOf = (found: FoundReceipt | undefined): PaymentView['receipt'] =>
  found === undefined
    ? null
    : { ourNumber: found.facts.ourNumber, taxNumber: found.facts.taxNumber, paidAt: found.facts.paidAt, hash: found.hash };
