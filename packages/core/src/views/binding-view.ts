import type { BindingState, Fen, FundUse, GrantKind, GrantState, PlainDate, Relation } from '@gongji/domain';
import type { PersonCard } from './person-view';
import type { RuleReference } from './rule-reference';

export interface GrantView {
  readonly kind: GrantKind;
  readonly state: GrantState;
  readonly uses: FundUse[];
  readonly capPerPaymentFen: Fen | null;
  readonly capPerMonthFen: Fen | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}

export interface BindingView {
  readonly bindingId: string;
  readonly myRole: 'owner' | 'relative';
  readonly other: PersonCard;
  readonly relation: Relation;
  readonly relationText: string;
  readonly state: BindingState;
  readonly stateText: string;
  readonly grants: GrantView[];
  readonly sharedLimitFen: Fen | null;
  readonly createdAt: string;
  readonly acceptBy: string | null;
  readonly awaitsMe: boolean;
  readonly history: { at: string; by: string; text: string }[];
  readonly rules: RuleReference[];
}
export interface BindingList {
  readonly bindings: BindingView[];
}

export interface UnbindPreview {
  readonly bindingId: string;
  readonly allowed: boolean;
  readonly refusedCode: string | null;
  readonly refusedText: string | null;
  readonly nextStep: string | null;
  readonly openPaymentIds: string[];
  readonly endsOn: PlainDate;
  readonly effects: string[];
}

export interface ConsentText {
  readonly version: string;
  readonly title: string;
  readonly paragraphs: string[];
}
