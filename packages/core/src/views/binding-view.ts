import type {
  BindingState,
  CheckResult as DomainCheck,
  Explanation as DomainExplanation,
  Fen,
  FundUse,
  GrantKind,
  GrantReason,
  GrantState,
  PlainDate,
  Relation,
  SharedLimitKind,
} from '@gongji/domain';
import type { PersonCard } from './person-view';
import type { RuleReference } from './rule-reference';

export interface GrantView {
  readonly kind: GrantKind;
  readonly state: GrantState;
  readonly stateText: string;
  readonly reason: GrantReason;
  readonly reasonText: string;
  readonly uses: FundUse[];
  readonly capPerPaymentFen: Fen | null;
  readonly capPerMonthFen: Fen | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly place: number | null;
  /** What the reader may do with it now. */
  readonly may: GrantAction[];
}
export type GrantAction = 'pause' | 'resume' | 'close' | 'change';

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
  readonly needsFaceCheck: boolean;
  readonly invitationToken: string | null;
  readonly mayOpen: GrantKind[];
  readonly history: { at: string; by: string; kind: GrantKind | null; text: string }[];
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
  readonly rule: RuleReference | null;
  readonly openPayments: { readonly paymentId: string; readonly voidable: boolean }[];
  readonly endsOn: PlainDate;
  readonly effects: string[];
}

export interface CheckView extends Omit<DomainCheck, 'rule'> {
  readonly rule: RuleReference | null;
}
export interface ExplanationView extends Omit<DomainExplanation, 'checks'> {
  readonly checks: CheckView[];
}
export interface ExplanationList {
  readonly explanations: ExplanationView[];
}

export interface DeductionOrder {
  readonly sponsors: { bindingId: string; sponsor: PersonCard; place: number | null; usable: boolean }[];
  readonly mine: boolean;
  readonly rule: RuleReference | null;
}

export interface SharedLimit {
  readonly kind: SharedLimitKind;
  readonly limitFen: Fen | null;
  readonly spentFen: Fen;
  readonly leftFen: Fen | null;
  readonly mostFen: Fen | null;
  readonly required: boolean;
  readonly text: string;
  readonly rules: RuleReference[];
}

export interface ConsentText {
  readonly version: string;
  readonly title: string;
  readonly paragraphs: string[];
}
