import type { PlainDate } from '../dates';

/** insutype 310 职工医保 has a personal account, 390 城乡居民医保 has none. */
export const SCHEMES = ['employee', 'resident'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** psn_insu_stas: 1 normal, 2 paused, 4 ended, 0 not insured. */
export const INSURANCE_STATES = ['normal', 'paused', 'ended', 'none'] as const;
export type InsuranceState = (typeof INSURANCE_STATES)[number];

/** Groups that premium rules name: 新生儿, 医疗救助定额资助对象, 特困, 孤儿, 低保… */
export const PERSON_GROUPS = ['newborn', 'fixed-amount-aided', 'extreme-poverty', 'orphan', 'low-income'] as const;
export type PersonGroup = (typeof PERSON_GROUPS)[number];

/** What the rules need to know of a person. No name and no number: rules do not look at them. */
export interface PersonFacts {
  readonly id: string;
  readonly birthDate: PlainDate;
  readonly regionCode: string;
  readonly scheme: Scheme;
  readonly insuranceState: InsuranceState;
  readonly groups: readonly PersonGroup[];
  /** null: alive. */
  readonly diedOn: PlainDate | null;
}

/** Has benefits today. */
export const isInsured = ({ insuranceState, diedOn }: PersonFacts): boolean => insuranceState === 'normal' && diedOn === null;

/** Paused counts: registered but not paid, the very person whose premium a sponsor may pay. */
export const isRegistered = ({ insuranceState, diedOn }: PersonFacts): boolean =>
  (insuranceState === 'normal' || insuranceState === 'paused') && diedOn === null;

/** GB/T 2260: the first two digits name the province. */
export const sameProvince = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2);

const MUNICIPALITIES = ['110000', '120000', '310000', '500000'];

/** People are insured in a city; of the province codes only the four municipalities' are places of insurance themselves (GB/T 2260). */
export const isInsuredPlace = (regionCode: string): boolean => !regionCode.endsWith('0000') || MUNICIPALITIES.includes(regionCode);
