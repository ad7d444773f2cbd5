import { type ReceiptFacts, receiptStanding, type ReceiptStanding, receiptText } from '@gongji/domain';
import { findQuotes, type StoredQuote } from '../store/quote.store';
import { findHeldParts, type HeldPart } from '../store/receipt.store';
import { hashOf } from '../store/sealing';
import type { PremiumPaymentRow } from '../store/tables';
import type { Reader } from '../store/transaction';
import { instant } from '../views/instant';

export interface FoundReceipt {
  readonly facts: ReceiptFacts;
  readonly standing: ReceiptStanding;
  /** 64 hex digits. */
  readonly hash: string;
}

/** By payment id. A payment that the tax office has not confirmed has none. */
export async function findReceipts(reader: Reader, payments: readonly PremiumPaymentRow[]): Promise<ReadonlyMap<string, FoundReceipt>> {
  const confirmed = payments.filter(({ state }) => receiptStanding(state) !== undefined);
  if (confirmed.length === 0) return new Map();
  const quotes = await findQuotes(
    reader,
    confirmed.map((payment) => payment.id),
  );
  const parts = await findHeldParts(
    reader,
    confirmed.map((payment) => payment.id),
  );
  const receipts = confirmed.map((payment) => receiptOf(payment, quotes.get(payment.id), parts));
  return new Map(receipts.map((receipt) => [receipt.facts.paymentId, receipt]));
}

function receiptOf(payment: PremiumPaymentRow, quote: StoredQuote | undefined, parts: readonly HeldPart[]): FoundReceipt {
  const { tax_number: taxNumber, paid_at: paidAt } = payment;
  const standing = receiptStanding(payment.state);
  if (standing === undefined || quote === undefined || taxNumber === null || paidAt === null)
    throw new Error('a confirmed payment lacks what its receipt says');
  const own = parts.filter(({ paymentId }) => paymentId === payment.id);
  const facts: ReceiptFacts = {
    paymentId: payment.id,
    ourNumber: payment.number,
    taxNumber,
    payerId: payment.holder_id,
    personId: payment.person_id,
    year: payment.year,
    regionCode: payment.region_code,
    categoryText: quote.levy.categoryText,
    amountFen: payment.amount_fen,
    legs: own.map(({ payerId, pot, amountFen }) => ({ payerId, pot, amountFen })),
    appliedAt: instant(payment.submitted_at),
    paidAt: instant(paidAt),
    benefitStartsOn: payment.benefit_starts_on,
  };
  return { facts, standing, hash: hashOf(receiptText(facts)).toString('hex') };
}
