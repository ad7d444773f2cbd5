import type { Fen, PlainDate, PremiumState, RefundReason } from '@gongji/domain';
import type { LegView } from './account-view';
import type { PersonCard } from './person-view';
import type { RuleReference } from './rule-reference';

export interface LevyView {
  readonly person: PersonCard;
  readonly year: number;
  readonly regionCode: string;
  readonly regionName: string;
  readonly categoryText: string;
  readonly amountFen: Fen;
  readonly state: 'due' | 'applied' | 'paid' | 'nothing-due';
  readonly payer: string | null;
  /** What the reader has paid or applied through this system; null: nothing. */
  readonly ownPaymentId: string | null;
  readonly amountAssumed: boolean;
  readonly windowOpensOn: PlainDate | null;
  readonly windowClosesOn: PlainDate | null;
  readonly rules: RuleReference[];
  readonly refusedCode: string | null;
  readonly refusedText: string | null;
  readonly nextStep: string | null;
}

export interface TimelineStep {
  readonly text: string;
  readonly at: string | null;
  readonly expectedOn: PlainDate | null;
  /** The day is certain, not only expected. */
  readonly fixed: boolean;
  readonly done: boolean;
}

export interface QuoteView {
  readonly quoteId: string;
  readonly expiresAt: string;
  readonly policyVersion: string;
  readonly levy: LevyView;
  readonly legs: LegView[];
  readonly benefitStartsOn: PlainDate;
  readonly waitingMonths: number;
  readonly waitingText: string;
  readonly waitingSteps: string[];
  readonly clearingText: string;
  readonly voidableUntil: PlainDate | null;
  readonly whatHappens: TimelineStep[];
  readonly shareableAfterFen: Fen;
  readonly capPerPaymentFen: Fen | null;
  readonly monthLeftAfterFen: Fen | null;
  readonly rules: RuleReference[];
}

export interface RefusalView {
  readonly code: string;
  readonly text: string;
  readonly nextStep: string;
}

/** One relative of several: the quote, or why there is none. */
export interface QuotedItem {
  readonly person: PersonCard;
  readonly levy: LevyView | null;
  readonly quote: QuoteView | null;
  readonly refusal: RefusalView | null;
}
export interface QuotedList {
  readonly items: QuotedItem[];
  readonly totalFen: Fen;
}

/** One outcome a person: the payment as it stands, or why there is none. */
export interface AppliedItem {
  readonly quoteId: string;
  readonly person: PersonCard;
  readonly payment: PaymentView | null;
  readonly refusal: RefusalView | null;
}
export interface AppliedList {
  readonly items: AppliedItem[];
}

export interface RefundView {
  readonly state: 'asked' | 'refunded' | 'refused';
  readonly reasonText: string;
  /** What the tax office said, or that it has not yet. */
  readonly text: string;
  readonly askedAt: string;
  readonly expectedOn: PlainDate | null;
  readonly endedAt: string | null;
  readonly taxNumber: string | null;
}

export interface RefundPreview {
  readonly paymentId: string;
  readonly amountFen: Fen;
  /** Every reason that the rule knows, each with why it cannot be taken now, and what the refund would mean for the cover. */
  readonly reasons: {
    readonly reason: RefundReason;
    readonly text: string;
    readonly refusal: RefusalView | null;
    readonly effect: string;
  }[];
  readonly refusal: RefusalView | null;
  /** Where the money goes: the pots it came from. */
  readonly legs: { readonly text: string; readonly amountFen: Fen }[];
  readonly byWhenText: string;
  readonly limitTexts: string[];
  /** Whatever the reason. */
  readonly effects: string[];
  readonly rule: RuleReference | null;
}

export interface PaymentView {
  readonly paymentId: string;
  readonly number: string;
  readonly state: PremiumState;
  readonly stateText: string;
  readonly person: PersonCard;
  readonly year: number;
  readonly regionName: string;
  readonly amountFen: Fen;
  readonly legs: LegView[];
  readonly appliedAt: string;
  readonly nextCheckOn: PlainDate | null;
  readonly nextCheckAt: string | null;
  readonly voidable: boolean;
  readonly voiding: boolean;
  readonly voidableUntil: PlainDate | null;
  readonly timeline: TimelineStep[];
  readonly benefitStartsOn: PlainDate;
  readonly failureText: string | null;
  /** Taken and not asked back: what a refund would do can be looked at. */
  readonly refundable: boolean;
  readonly refund: RefundView | null;
  readonly receipt: { ourNumber: string; taxNumber: string; paidAt: string; hash: string } | null;
}
/** What another has paid for the reader: the fact and its state, nothing of the other's money. */
export interface PaidForMe {
  readonly year: number;
  readonly regionName: string;
  readonly payer: string;
  readonly state: PremiumState;
  readonly stateText: string;
  readonly appliedAt: string;
}
export interface PaymentList {
  readonly payments: PaymentView[];
  readonly paidForMe: PaidForMe[];
}
