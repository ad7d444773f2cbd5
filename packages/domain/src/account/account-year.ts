import { addMonths, monthOf, type PlainDate, plainDate, shanghaiDate, startOfDay, yearOf } from '../dates';
import type { Pot } from '../policy/rules';

/** `2026-11`: a calendar month of Shanghai. */
export type Month = string & { readonly __unit: 'month' };

export const monthText = (month: Month): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
export const monthAt = (at: Date): Month => shanghaiDate(at).slice(0, 7) as Month;
export const firstDayOf = (month: Month): PlainDate => plainDate(`${month}-01`);
/** The first instant of a month, and with 1 the one after its last. */
export const monthStart = (month: Month, monthsOn = 0): Date => startOfDay(addMonths(firstDayOf(month), monthsOn));

/** A real month as `YYYY-MM`, or undefined. */
export function parseMonth(rawMonth: string): Month | undefined {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(rawMonth) ? (rawMonth as Month) : undefined;
}

/** Every month after the first named one, up to and with the last. */
export function monthsAfter(first: Month, last: Month): readonly Month[] {
  const count = (yearOf(firstDayOf(last)) - yearOf(firstDayOf(first))) * 12 + monthOf(firstDayOf(last)) - monthOf(firstDayOf(first));
  return Array.from({ length: Math.max(0, count) }, (_, index) => addMonths(firstDayOf(first), index + 1).slice(0, 7) as Month);
}

/** The first instant of a year, in which the money of the year before becomes 历年. Assumed: the calendar year everywhere. */
export const startOfYear = (year: number): Date => startOfDay(plainDate(`${year}-01-01`));

/** What is credited for a year that is over, however late it comes, is money of earlier years. */
export const potOfCredit = (month: Month, now: Date): Pot =>
  yearOf(firstDayOf(month)) < yearOf(shanghaiDate(now)) ? 'carriedOver' : 'currentYear';

export interface HeldMoney {
  readonly heldAt: Date;
  readonly accountOpenedAt: Date;
  /** When the switch of the present year was finished; null: it is not. */
  readonly switchedAt: Date | null;
  readonly now: Date;
}

/**
 * Whether money held in the current year's pot is money of earlier years. New money comes into the pot only once the switch of its year is finished, so
 * what was held before that is old; an account that was opened in this year has no other.
 */
export function isOfEarlierYear({ heldAt, accountOpenedAt, switchedAt, now }: HeldMoney): boolean {
  if (accountOpenedAt >= startOfYear(yearOf(shanghaiDate(now)))) return false;
  return switchedAt === null || heldAt < switchedAt;
}
