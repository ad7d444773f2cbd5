import { timingSafeEqual } from 'node:crypto';
import { AppError, endMark, inCapitals, maskName, RECEIPT_STANDING_TEXT, withMark } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { findReceipts, type FoundReceipt } from '../facts/receipt';
import { noteLooks } from '../store/look.store';
import { cardOf, findPersons, nameOf, regionNameOf } from '../store/person.store';
import { findPayment } from '../store/premium.store';
import type { PremiumRefundRow } from '../store/premium-tables';
import { findPaymentByNumber } from '../store/receipt.store';
import { findLastRefunds } from '../store/refund.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';
import { instant, instantOrNull } from '../views/instant';
import type { PersonCard } from '../views/person-view';
import type { CheckedReceipt, ReceiptCheck, ReceiptView } from '../views/receipt-view';

/** PREMIUM_PAYMENT_NOT_FOUND for anybody but the payer, PREMIUM_RECEIPT_NOT_READY before the tax office has confirmed the payment. */
export async function readReceipt(
  deps: CoreDeps,
  { personId, paymentId }: { readonly personId: string; readonly paymentId: string },
): Promise<ReceiptView> {
  const payment = await findPayment(deps.db, paymentId);
  if (payment === undefined || payment.holder_id !== personId) throw new AppError('PREMIUM_PAYMENT_NOT_FOUND');
  const found = (await findReceipts(deps.db, [payment])).get(payment.id);
  if (found === undefined) throw new AppError('PREMIUM_RECEIPT_NOT_READY');
  const people = await findPersons(deps.db, [payment.person_id, payment.holder_id, ...found.facts.legs.map((leg) => leg.payerId)]);
  await noteLooks(deps, [
    { holderId: payment.person_id, looker: { kind: 'person', id: personId }, what: 'receipt', subjectId: payment.id },
  ]);
  const known = await findKnown(deps.db, deps, [personId]);
  const refund = found.standing === 'refunded' ? (await findLastRefunds(deps.db, [payment.id])).get(payment.id) : undefined;
  return receiptView(deps, payment, { found, people, known, refund });
}

interface Beside {
  readonly found: FoundReceipt;
  readonly people: ReadonlyMap<string, PersonRow>;
}
interface BesideView extends Beside {
  readonly known: Known;
  readonly refund: PremiumRefundRow | undefined;
}

function receiptView(deps: CoreDeps, payment: PremiumPaymentRow, { found, people, known, refund }: BesideView): ReceiptView {
  const { facts, standing, hash } = found;
  const person = cardOf(deps, insured(people, payment), known.markOf(payment.holder_id, payment.person_id));
  const payerOf = (personId: string) => payerOn(deps, people.get(personId), person);
  const payer = payerOf(facts.payerId);
  return {
    paymentId: payment.id,
    standing,
    standingText: RECEIPT_STANDING_TEXT[standing],
    ourNumber: facts.ourNumber,
    taxNumber: facts.taxNumber,
    hash,
    personName: person.maskedName,
    personMark: person.mark ?? (payer.alike ? endMark(person.maskedCertificate) : null),
    personCertificate: person.maskedCertificate,
    payerName: payer.name,
    year: facts.year,
    regionName: regionNameOf(deps, facts.regionCode),
    categoryText: facts.categoryText,
    amountFen: facts.amountFen,
    amountInCapitals: inCapitals(facts.amountFen),
    legs: facts.legs.map(({ payerId, pot, amountFen }) => ({ payer: payerOf(payerId).name, pot, amountFen })),
    appliedAt: facts.appliedAt,
    paidAt: facts.paidAt,
    postedAt: instantOrNull(payment.posted_at),
    benefitStartsOn: facts.benefitStartsOn,
    refund: refund === undefined ? null : { at: instantOrNull(refund.ended_at), taxNumber: refund.tax_number },
    madeAt: instant(deps.now()),
  };
}

/** A father and his son stand on one paper as 王* and 王*: the end of the number tells which of them paid. */
function payerOn(deps: CoreDeps, row: PersonRow | undefined, person: PersonCard): { readonly name: string; readonly alike: boolean } {
  if (row === undefined) return { name: '', alike: false };
  const { personId, maskedName, maskedCertificate } = cardOf(deps, row, null);
  const alike = personId !== person.personId && maskedName === person.maskedName;
  return { name: alike ? withMark(maskedName, endMark(maskedCertificate)) : maskedName, alike };
}

function insured(people: ReadonlyMap<string, PersonRow>, { person_id: personId }: PremiumPaymentRow): PersonRow {
  const person = people.get(personId);
  if (person === undefined) throw new Error('a payment names a person who is not there');
  return person;
}

/**
 * Is this a receipt of ours, and how does it stand now? A wrong number, a wrong hash and a payment without a receipt are one answer. The hash is
 * compared in constant time; a number that is not there differs only in a look-up of what nobody can guess (twelve random digits).
 */
export async function verifyReceipt(
  deps: CoreDeps,
  { number, hash }: { readonly number: string; readonly hash: string },
): Promise<ReceiptCheck> {
  const payment = await findPaymentByNumber(deps.db, number);
  const found = payment === undefined ? undefined : (await findReceipts(deps.db, [payment])).get(payment.id);
  const matches = timingSafeEqual(Buffer.from(found?.hash ?? NO_HASH, 'hex'), Buffer.from(hash, 'hex'));
  const checkedAt = instant(deps.now());
  if (payment === undefined || found === undefined || !matches)
    return { standing: 'unknown', standingText: '查不到这张凭证', checkedAt, receipt: null };
  const people = await findPersons(deps.db, [payment.person_id]);
  await noteLooks(deps, [{ holderId: payment.person_id, looker: { kind: 'anybody' }, what: 'receipt-verified', subjectId: payment.id }]);
  const receipt = checkedReceipt(deps, payment, { found, people });
  return { standing: found.standing, standingText: RECEIPT_STANDING_TEXT[found.standing], checkedAt, receipt };
}

/** Compared where there is nothing to compare; no text is known that hashes to it, and it would not be answered as found if one were. */
const NO_HASH = '0'.repeat(64);

function checkedReceipt(deps: CoreDeps, payment: PremiumPaymentRow, { found, people }: Beside): CheckedReceipt {
  const { ourNumber, taxNumber, year, regionCode, amountFen, paidAt } = found.facts;
  return {
    ourNumber,
    taxNumber,
    personInitial: initialOf(nameOf(deps, insured(people, payment))),
    year,
    regionName: regionNameOf(deps, regionCode),
    amountFen,
    amountInCapitals: inCapitals(amountFen),
    paidAt,
    postedAt: instantOrNull(payment.posted_at),
  };
}

/** 陈桂兰 → 陈**: the masked name that the paper shows, without its last character. */
const initialOf = (name: string): string => {
  const [first = '*', ...rest] = Array.from(maskName(name));
  return `${first}${'*'.repeat(rest.length)}`;
};
