import type { Fen, PlainDate, Pot, ReceiptStanding } from '@gongji/domain';

/** Everything that a receipt shows. Names and certificates are masked. */
export interface ReceiptView {
  readonly paymentId: string;
  readonly standing: ReceiptStanding;
  readonly standingText: string;
  readonly ourNumber: string;
  readonly taxNumber: string;
  readonly hash: string;
  readonly personName: string;
  /** For the payer's screen; the paper shows the masked number beside the name. */
  readonly personMark: string | null;
  readonly personCertificate: string;
  readonly payerName: string;
  readonly year: number;
  readonly regionName: string;
  readonly categoryText: string;
  readonly amountFen: Fen;
  readonly amountInCapitals: string;
  readonly legs: { payer: string; pot: Pot; amountFen: Fen }[];
  readonly appliedAt: string;
  readonly paidAt: string;
  readonly postedAt: string | null;
  readonly benefitStartsOn: PlainDate;
  /** Once the money has gone back; null: it has not. */
  readonly refund: { readonly at: string | null; readonly taxNumber: string | null } | null;
  readonly madeAt: string;
}

/** What anybody with the paper in hand is told: never more than stands on it. */
export interface ReceiptCheck {
  readonly standing: ReceiptStanding | 'unknown';
  readonly standingText: string;
  readonly checkedAt: string;
  readonly receipt: CheckedReceipt | null;
}

export interface CheckedReceipt {
  readonly ourNumber: string;
  readonly taxNumber: string;
  readonly personInitial: string;
  readonly year: number;
  readonly regionName: string;
  readonly amountFen: Fen;
  readonly amountInCapitals: string;
  readonly paidAt: string;
  readonly postedAt: string | null;
}
