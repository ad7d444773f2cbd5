import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import { canonicalText } from '../policy/digest';
import type { Pot } from '../policy/rules';
import type { PremiumState } from './states';

/** paid 已缴费 and posted 已入库 are two facts; a receipt of money that goes back, or has gone back, proves no payment any more. */
export const RECEIPT_STANDINGS = ['paid', 'posted', 'refunding', 'refunded'] as const;
export type ReceiptStanding = (typeof RECEIPT_STANDINGS)[number];

const STANDING: Readonly<Partial<Record<PremiumState | ReceiptStanding, ReceiptStanding>>> = {
  paid: 'paid',
  posted: 'posted',
  refunding: 'refunding',
  refunded: 'refunded',
};

/** undefined: the tax office has not confirmed the payment, so there is no receipt. */
export const receiptStanding = (state: PremiumState): ReceiptStanding | undefined => STANDING[state];

export const RECEIPT_STANDING_TEXT: Readonly<Record<ReceiptStanding, string>> = {
  paid: '已缴费，尚未入库',
  posted: '已缴费，已入库',
  refunding: '退费处理中，不再证明已缴费',
  refunded: '已退费，不再证明已缴费',
};

/**
 * What a receipt vouches for: facts that never change once the tax office has confirmed the payment. Names are left out, people are not: a name is
 * corrected now and then. So are the day it was posted and a refund, which come later and are told by the check.
 */
export interface ReceiptFacts {
  /** Printed nowhere: 122 random bits that only the payer and the tax office have seen, so that nobody else can compute or guess the hash. */
  readonly paymentId: string;
  readonly ourNumber: string;
  readonly taxNumber: string;
  readonly payerId: string;
  readonly personId: string;
  readonly year: number;
  readonly regionCode: string;
  readonly categoryText: string;
  readonly amountFen: Fen;
  readonly legs: readonly ReceiptLeg[];
  /** ISO 8601 */
  readonly appliedAt: string;
  /** ISO 8601 */
  readonly paidAt: string;
  readonly benefitStartsOn: PlainDate;
}

export interface ReceiptLeg {
  readonly payerId: string;
  readonly pot: Pot;
  readonly amountFen: Fen;
}

/** What is hashed. The first word tells this form from a later one. */
export const receiptText = (facts: ReceiptFacts): string => `gongji-receipt-1\n${canonicalText(facts)}`;
