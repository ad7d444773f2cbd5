import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { GrantReason } from './grant-reasons';
import type { Relation } from './relation';
import type { BindingState, GrantState } from './states';

/** Two grants stand on a binding. show-code: the relative lets me show their code. share-funds: I let the relative's costs be taken from my account. */
export const GRANT_KINDS = ['show-code', 'share-funds'] as const;
export type GrantKind = (typeof GRANT_KINDS)[number];

/** The two switches, as the one who opens them reads them; the other side reads what they allow. */
export const GRANT_KIND_TEXT: Readonly<Record<GrantKind, string>> = {
  'show-code': '“出示TA的医保码”',
  'share-funds': '“用我的个人账户帮TA付”',
};

/** What shared funds may pay for. The sponsor ticks each. */
export const FUND_USES = ['care', 'drug', 'device', 'premium', 'ltc-premium'] as const;
export type FundUse = (typeof FUND_USES)[number];
/** What is settled at a counter: the limits there say nothing of a premium. */
export const AT_COUNTER: readonly FundUse[] = ['care', 'drug', 'device'];
export const FUND_USE_TEXT: Readonly<Record<FundUse, string>> = {
  care: '看病',
  drug: '买药',
  device: '医疗器械和耗材',
  premium: '居民医保费',
  'ltc-premium': '长护险保费',
};

/** Terms of share-funds. Dates are inclusive; a missing cap is no cap. `place` is 顺位: 1 pays before 2; null where nobody asked. show-code has dates only. */
export interface GrantTerms {
  readonly uses: readonly FundUse[];
  readonly capPerPaymentFen: Fen | null;
  readonly capPerMonthFen: Fen | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly place: number | null;
}

/** Whose agreement a grant stands on. To show a code, a guardian's ends at the age of consent. */
export const AGREED_BY = ['sponsor', 'guardian', 'relative'] as const;
export type AgreedBy = (typeof AGREED_BY)[number];

export interface Grant extends GrantTerms {
  readonly kind: GrantKind;
  readonly state: GrantState;
  /** Why it is in this state. */
  readonly reason: GrantReason;
  /** null while it is proposed. */
  readonly agreedBy: AgreedBy | null;
  /** The day it was agreed to; null while it is proposed. */
  readonly agreedOn: PlainDate | null;
}

/** A proven relation between two people. The owner started it; the relative is who the owner named. On share-funds the owner is the sponsor and the relative the user. */
export interface Binding {
  readonly id: string;
  readonly ownerId: string;
  readonly relativeId: string;
  readonly relation: Relation;
  readonly state: BindingState;
  readonly grants: readonly Grant[];
  readonly createdOn: PlainDate;
  /** Where the two were insured when the binding was made: a move since then can end fund sharing. */
  readonly ownerRegionCode: string;
  readonly relativeRegionCode: string;
}

/** The grant on the owner's money, whatever its state; undefined: there never was one. */
export const fundsGrantOf = ({ grants }: Pick<Binding, 'grants'>): Grant | undefined =>
  grants.find((grant) => grant.kind === 'share-funds');
