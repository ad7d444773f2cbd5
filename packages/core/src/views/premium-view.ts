import type { Fen, PlainDate, PremiumState } from '@gongji/domain';
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
  readonly clearingText: string;
  readonly voidableUntil: PlainDate | null;
  readonly whatHappens: TimelineStep[];
  readonly shareableAfterFen: Fen;
  readonly rules: RuleReference[];
}

export interface PaymentView {
  readonly paymentId: string;
  readonly state: PremiumState;
  readonly stateText: string;
  readonly person: PersonCard;
  readonly year: number;
  readonly regionName: string;
  readonly amountFen: Fen;
  readonly legs: LegView[];
  readonly appliedAt: string;
  readonly nextCheckOn: PlainDate | null;
  readonly voidable: boolean;
  readonly voidableUntil: PlainDate | null;
  readonly timeline: TimelineStep[];
  readonly benefitStartsOn: PlainDate;
  readonly failureText: string | null;
  readonly receipt: { ourNumber: string; taxNumber: string; paidAt: string; hash: string } | null;
}
export interface PaymentList {
  readonly payments: PaymentView[];
}
