import type { FundUse } from '../binding/grant';
import type { Relation } from '../binding/relation';
import type { PlainDate } from '../dates';
import type { Fen } from '../money';
import type { PersonGroup } from '../person/person';

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
  readonly relationCaps: Readonly<Partial<Record<Relation, number>>>;
  readonly maxSponsorsPerUser: number;
  readonly rolesExclusive: boolean;
  /** How many relatives' codes one person may show, and by how many people one person's code may be shown. */
  readonly maxShown: number;
  readonly maxShowers: number;
  readonly maxBindingsPerMonth: number;
  /** From this age on the relative accepts (with a face check); below it the guardian's statement stands. */
  readonly showCodeConsentFromAge: number;
  readonly shareFundsConsent: 'sponsor-only' | 'relative-accepts';
  readonly whoMayEnd: 'either' | 'sponsor';
  readonly shareScope: 'province';
  readonly shareable: ShareableRule;
  readonly sharedLimit: 'none' | 'required';
  readonly uses: readonly FundUse[];
  readonly deductionOrder: 'as-bound' | 'set-by-user' | 'single-sponsor';
  readonly potOrder: readonly Pot[];
  readonly codeTtlSeconds: number;
  readonly premiumWindow: PremiumWindow;
  readonly premiumAmounts: { readonly year: number; readonly categories: readonly PremiumCategory[] };
  readonly premiumClearing: { readonly way: ClearingWay };
  readonly premiumExcludedGroups: readonly PersonGroup[];
  readonly premiumOnlyInWindow: boolean;
  readonly waitingPeriod: WaitingPeriodRule;
}

export type ShareableRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'above-floor'; readonly floorFen: Fen }
  | { readonly kind: 'carried-over-only' };

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

/** 国办发〔2024〕33号. */
export interface WaitingPeriodRule {
  readonly fixedMonths: number;
  readonly monthsPerFurtherLapsedYear: number;
  readonly exemptGroups: readonly PersonGroup[];
}

export type RuleKind = keyof RuleValues;

/** In the order in which a screen lists them. */
export const RULE_KINDS = [
  'relations',
  'maxRelatives',
  'relationCaps',
  'maxSponsorsPerUser',
  'rolesExclusive',
  'maxShown',
  'maxShowers',
  'maxBindingsPerMonth',
  'showCodeConsentFromAge',
  'shareFundsConsent',
  'whoMayEnd',
  'shareScope',
  'shareable',
  'sharedLimit',
  'uses',
  'deductionOrder',
  'potOrder',
  'codeTtlSeconds',
  'premiumWindow',
  'premiumAmounts',
  'premiumClearing',
  'premiumExcludedGroups',
  'premiumOnlyInWindow',
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
}

/** Every pack that was loaded. Undefined where no pack is known for a code. */
export interface PolicyBook {
  readonly policyFor: (regionCode: string, on: PlainDate) => RegionPolicy | undefined;
  readonly regions: readonly { readonly regionCode: string; readonly regionName: string }[];
}
