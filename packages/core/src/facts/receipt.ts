import { type ReceiptFacts, receiptStanding, type ReceiptStanding, receiptText } from '@gongji/domain';
import { findQuotes } from '../store/quote.store';
import { findHeldParts } from '../store/receipt.store';
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
  const ids = confirmed.map(({ id }) => id);
  const quotes = await findQuotes(
    reader,
    confirmed.map((payment) => payment.quote_id),
  );
  const parts = await findHeldParts(reader, ids);
  return new Map(
    confirmed.flatMap((payment): [string, FoundReceipt][] => {
      const { quote_id: quoteId, tax_number: taxNumber, paid_at: paidAt } = payment;
      const categoryText = quotes.get(quoteId)?.levy.categoryText;
      const standing = receiptStanding(payment.state);
      if (standing === undefined || taxNumber === null || paidAt === null || categoryText === undefined) return [];
      const facts: ReceiptFacts = {
        paymentId: payment.id,
        ourNumber: payment.number,
        taxNumber,
        payerId: payment.holder_id,
        personId: payment.person_id,
        year: payment.year,
        regionCode: payment.region_code,
        categoryText,
        amountFen: payment.amount_fen,
        legs: parts.filter(({ paymentId }) => paymentId === payment.id).map(({ paymentId: _, ...leg }) => leg),
        appliedAt: instant(payment.submitted_at),
        paidAt: instant(paidAt),
        benefitStartsOn: payment.benefit_starts_on,
      };
      return [[payment.id, { facts, standing, hash: hashOf(receiptText(facts)).toString('hex') }]];
    }),
  );
}
