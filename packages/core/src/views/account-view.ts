import type {
  EntryKind,
  Fen,
  FundUse,
  LimitKind,
  MessageKind,
  MessageSubject,
  Month,
  PlainDate,
  Pot,
  Relation,
  ShareFundsConsent,
} from '@gongji/domain';
import type { RuleReference } from './rule-reference';

export interface AccountView {
  readonly pots: { pot: Pot; balanceFen: Fen; frozenFen: Fen }[];
  readonly balanceFen: Fen;
  readonly frozenFen: Fen;
  readonly availableFen: Fen;
  readonly shareableFen: Fen;
  /** From the balance to the shareable amount; adds up to it. */
  readonly shareableSteps: { text: string; amountFen: Fen }[];
  readonly shareableRule: RuleReference | null;
  readonly shareableText: string;
}

export interface AccountEntry {
  readonly entryId: string;
  readonly at: string;
  readonly kind: EntryKind;
  readonly pot: Pot;
  readonly amountFen: Fen;
  readonly frozenFen: Fen;
  readonly balanceAfterFen: Fen;
  readonly frozenAfterFen: Fen;
  /** Masked; null: oneself. */
  readonly forPerson: string | null;
  readonly counterparty: string;
  /** Of the premium or the settlement, to read out; null: neither. */
  readonly number: string | null;
  readonly settlementId: string | null;
}
export interface EntryPage {
  readonly entries: AccountEntry[];
  readonly nextCursor: string | null;
}

export interface EntrySum {
  readonly inFen: Fen;
  readonly outFen: Fen;
  /** Held in that time, and held still. */
  readonly frozenFen: Fen;
  readonly count: number;
}
export interface AccountSums {
  readonly total: EntrySum;
  readonly years: (EntrySum & { readonly year: number; readonly months: (EntrySum & { readonly month: number })[] })[];
  readonly choices: {
    readonly years: { year: number; months: number[] }[];
    readonly kinds: EntryKind[];
    readonly people: { personId: string; name: string }[];
  };
}

export interface AccountTrend {
  readonly months: { month: Month; inFen: Fen; outFen: Fen; balanceFen: Fen }[];
}

/** One payer's share, masked for whoever reads it. */
export interface LegView {
  readonly payerId: string;
  readonly payer: string;
  readonly own: boolean;
  readonly amountFen: Fen;
  readonly skippedText: string | null;
}
export interface PreviewLeg extends LegView {
  /** Of one's own account only. */
  readonly pots: { pot: Pot; amountFen: Fen }[];
  /** Why it pays no more, although more was needed. */
  readonly limitText: string | null;
}
export interface DeductionPreview {
  readonly legs: PreviewLeg[];
  readonly coveredFen: Fen;
  readonly cashFen: Fen;
  readonly orderRule: RuleReference | null;
}

export interface MessageList {
  readonly messages: {
    readonly messageId: string;
    readonly at: string;
    readonly title: string;
    readonly text: string;
    readonly kind: MessageKind;
    readonly read: boolean;
    /** What the reader may open of it; null: nothing. */
    readonly about: { readonly kind: MessageSubject; readonly id: string } | null;
  }[];
  /** null: there are no older ones. */
  readonly nextCursor: string | null;
}

export interface PolicyView {
  readonly regionCode: string;
  readonly regionName: string;
  readonly on: PlainDate;
  readonly version: string;
  readonly rules: RuleReference[];
  /** Kinds of rules that nobody published for the region; `text` says what is done instead. */
  readonly unknown: { kind: string; title: string; text: string }[];
  /** What a form that binds a relative offers and asks for. */
  readonly asks: {
    readonly relations: Relation[];
    readonly uses: FundUse[];
    readonly requiredLimits: LimitKind[];
    readonly endDateRequired: boolean;
    readonly placeRequired: boolean;
    readonly shareFundsConsent: ShareFundsConsent;
    readonly consentFromAge: number;
  };
}
