import type { FundUse } from '../binding/grant';
import type { Relation } from '../binding/relation';
import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { PersonGroup } from '../person/person';
import type { CounterLimitsRule } from './counter-limits-rule';
import type { PremiumRefundRule } from './refund-rule';

/** How far a rule can be trusted. V-A official text, V-B press quoting an authority, V-C low authority, SEED project brief, ASSUMED: no document found, the most careful reading stands in and every screen says so. */
export const CONFIDENCES = ['V-A', 'V-B', 'V-C', 'SEED', 'ASSUMED'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface RuleSource {
  readonly title: string;
  readonly address: string;
  /** As exact as the source itself is: `2024-12-11`, `2024-10` or `2024`; empty where the page carries none. */
  readonly date: string;
}

/** Amounts a region publishes by category. A preview only: the amount due is the tax office's, per person. */
export interface PremiumCategory {
  readonly code: string;
  readonly text: string;
  readonly amountFen: Fen;
}

/** The value of each rule kind. A kind a region does not have is absent: nobody documented it. */
export interface RuleValues {
  readonly relations: readonly Relation[];
  /** How many people may use one sponsor's account at once. */
  readonly maxRelatives: number;
  /** How many different people may ever have used one sponsor's account; the same person bound again is not counted again. */
  readonly maxRelativesEver: number;
  readonly relationCaps: Readonly<Partial<Record<Relation, number>>>;
  readonly maxSponsorsPerUser: number;
  readonly rolesExclusive: boolean;
  /** How many relatives' codes one person may show, and by how many people one person's code may be shown. */
  readonly maxShown: number;
  readonly maxShowers: number;
  readonly maxBindingsPerMonth: number;
  /** From this age on the relative accepts (with a face check); below it the guardian's statement stands. */
  readonly showCodeConsentFromAge: number;
  readonly shareFundsConsent: ShareFundsConsent;
  /** What to have at hand before starting. */
  readonly papers: readonly Paper[];
  readonly grantEndDate: 'optional' | 'required';
  /** Calendar months that share-funds stands before either side may end it. */
  readonly minMonthsBeforeEnd: number;
  readonly whoMayEnd: 'either' | 'sponsor';
  /** What ends share-funds by itself. A death always does. */
  readonly selfEnding: readonly SelfEndingEvent[];
  readonly shareScope: 'province';
  readonly shareable: ShareableRule;
  /** Limits that the sponsor has to set; the others are free to set or to leave. */
  readonly requiredLimits: readonly LimitKind[];
  readonly uses: readonly FundUse[];
  /** Of a person's sponsors, after their own account. set-at-binding: by the place (顺位) each sponsor gave. */
  readonly deductionOrder: 'as-bound' | 'set-at-binding' | 'set-by-user' | 'single-sponsor';
  /** How many sponsors' accounts one cost may be taken from. */
  readonly maxSponsorsPerSettlement: number;
  readonly counterLimits: CounterLimitsRule;
  readonly potOrder: readonly Pot[];
  readonly codeTtlSeconds: number;
  readonly offlineCode: OfflineCodeRule;
  readonly premiumWindow: PremiumWindow;
  readonly premiumAmounts: { readonly year: number; readonly categories: readonly PremiumCategory[] };
  readonly premiumClearing: { readonly way: ClearingWay };
  readonly premiumExcludedGroups: readonly PersonGroup[];
  readonly premiumOnlyInWindow: boolean;
  /** A premium is paid only from an account whose balance is over this. */
  readonly premiumBalanceOverFen: Fen;
  readonly premiumRefund: PremiumRefundRule;
  readonly waitingPeriod: WaitingPeriodRule;
}

/**
 * sponsor-only: nobody but the sponsor is asked. relative-accepts: by invitation. spouse-accepts: only a spouse is asked. face-check: the relative accepts
 * with their own face check. accepts-or-premium-only: by invitation; unaccepted, as a temporary member (临时成员) whose premium alone may be paid.
 */
export const SHARE_FUNDS_CONSENTS = [
  'sponsor-only',
  'relative-accepts',
  'spouse-accepts',
  'face-check',
  'accepts-or-premium-only',
] as const;
export type ShareFundsConsent = (typeof SHARE_FUNDS_CONSENTS)[number];

export const PAPERS = [
  'owner-id',
  'relative-id',
  'household-register',
  'commitment',
  'informed-consent',
  'electronic-signature',
  'owner-face-check',
  'relative-face-check',
] as const;
export type Paper = (typeof PAPERS)[number];

export const SELF_ENDING_EVENTS = [
  'owner-insurance-paused',
  'owner-insurance-ended',
  'owner-moved',
  'relative-insurance-paused',
  'relative-insurance-ended',
  'relative-moved',
] as const;
export type SelfEndingEvent = (typeof SELF_ENDING_EVENTS)[number];

/** shared: one limit for all relatives together. */
export const LIMIT_KINDS = ['shared', 'per-payment', 'per-month'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/**
 * quota: the sponsor sets an amount aside for relatives and cannot spend it meanwhile; what is unused returns. pool: money above the floor is put into a
 * common account (划拨), so many times a calendar month.
 */
export type ShareableRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'above-floor'; readonly floorFen: Fen }
  | { readonly kind: 'carried-over-only' }
  | { readonly kind: 'quota' }
  | { readonly kind: 'pool'; readonly floorFen: Fen; readonly movesPerMonth: number };

export const POTS = ['currentYear', 'carriedOver'] as const;
export type Pot = (typeof POTS)[number];

/** Inclusive dates in Shanghai; null where no date is published. */
export interface PremiumWindow {
  readonly year: number;
  readonly opensOn: PlainDate | null;
  readonly closesOn: PlainDate | null;
}

/** When held money becomes a paid premium: with the application, in the last three working days of the month, with the tax office's batch, or in a sweep at month end. */
export const CLEARING_WAYS = ['at-once', 'month-end-working-days', 'tax-batch', 'month-end-sweep'] as const;
export type ClearingWay = (typeof CLEARING_WAYS)[number];

/** Codes that a phone shows without network: how many scans a person and day, and how much account money they pay in all. Beyond it a cost is paid in cash. */
export interface OfflineCodeRule {
  readonly mostPerDay: number;
  readonly mostFenPerDay: Fen;
}

/** 国办发〔2024〕33号. newbornDays: paid within so many days of birth counts from birth, later from the next month; missing where nobody published it. */
export interface WaitingPeriodRule {
  readonly fixedMonths: number;
  readonly monthsPerFurtherLapsedYear: number;
  readonly exemptGroups: readonly PersonGroup[];
  readonly newbornDays?: number;
}

export type RuleKind = keyof RuleValues;

/** In the order in which a screen lists them. */
export const RULE_KINDS = [
  'relations',
  'maxRelatives',
  'maxRelativesEver',
  'relationCaps',
  'maxSponsorsPerUser',
  'rolesExclusive',
  'maxShown',
  'maxShowers',
  'maxBindingsPerMonth',
  'showCodeConsentFromAge',
  'shareFundsConsent',
  'papers',
  'grantEndDate',
  'minMonthsBeforeEnd',
  'whoMayEnd',
  'selfEnding',
  'shareScope',
  'shareable',
  'requiredLimits',
  'uses',
  'deductionOrder',
  'maxSponsorsPerSettlement',
  'counterLimits',
  'potOrder',
  'codeTtlSeconds',
  'offlineCode',
  'premiumWindow',
  'premiumAmounts',
  'premiumClearing',
  'premiumExcludedGroups',
  'premiumOnlyInWindow',
  'premiumBalanceOverFen',
  'premiumRefund',
  'waitingPeriod',
] as const satisfies readonly RuleKind[];

/** One dated, sourced rule of one region. `to` is exclusive; null is "until further notice". */
export interface Rule<K extends RuleKind = RuleKind> {
  readonly kind: K;
  readonly value: RuleValues[K];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly source: RuleSource;
  readonly confidence: Confidence;
  /** Shown with the rule: what is assumed and why, or which sources contradict each other. */
  readonly note?: string;
}

export type AnyRule = { readonly [K in RuleKind]: Rule<K> }[RuleKind];

export interface RulePack {
  readonly regionCode: string;
  readonly regionName: string;
  /** The pack whose rules hold where this one is silent: city → province → country. */
  readonly parentCode: string | null;
  readonly rules: readonly AnyRule[];
}

/** A rule together with the region whose pack says it. */
export type RegionRule<K extends RuleKind = RuleKind> = Rule<K> & { readonly regionCode: string; readonly regionName: string };

/** The rules in force for one region on one date. */
export interface RegionPolicy {
  readonly regionCode: string;
  readonly regionName: string;
  /** The province whose pack stands above this one (or is this one). */
  readonly provinceName: string;
  readonly on: PlainDate;
  /** Names the exact set of rules, so that a quote can say which it used. */
  readonly version: string;
  /** undefined: nobody published this kind of rule for the region. */
  readonly rule: <K extends RuleKind>(kind: K) => RegionRule<K> | undefined;
  /** Premium rules are one per year of cover. */
  readonly premiumWindow: (year: number) => RegionRule<'premiumWindow'> | undefined;
  readonly premiumAmounts: (year: number) => RegionRule<'premiumAmounts'> | undefined;
  readonly rules: readonly RegionRule[];
  /** The kinds for which neither the region nor anything above it has a rule: 未查到公开规定. What is done then is in `RULE_KIND_TEXT`. */
  readonly unknown: readonly RuleKind[];
}

/** A place where people are insured, or what stands above it. */
export interface Place {
  /** GB/T 2260. */
  readonly regionCode: string;
  readonly regionName: string;
}

/** Every pack that was loaded, for every place that is listed. Undefined for a code that is neither. */
export interface PolicyBook {
  readonly policyFor: (regionCode: string, on: PlainDate) => RegionPolicy | undefined;
  /** By code. hasOwnRules: a source speaks of this very region. */
  readonly regions: readonly (Place & { readonly hasOwnRules: boolean })[];
}
