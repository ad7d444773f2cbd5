import { ENTRY_KINDS, FUND_USES, POTS } from '@gongji/domain';
import { z } from 'zod';
import { cursor, fenAmount, id, instantText, monthText, pageQuery, positiveFen, ruleReference } from './wire';

export const pot = z.enum(POTS);
export const accountView = z.strictObject({
  pots: z.array(z.strictObject({ pot, balanceFen: fenAmount, frozenFen: fenAmount })),
  balanceFen: fenAmount,
  frozenFen: fenAmount,
  /** balance − frozen */
  availableFen: fenAmount,
  shareableFen: fenAmount,
  /** The steps from the balance to the shareable amount, which they add up to; deductions are negative. Empty if no rule is known. */
  shareableSteps: z.array(z.strictObject({ text: z.string(), amountFen: fenAmount })),
  /** Why shareable differs from available (or does not), with the rule. */
  shareableRule: ruleReference.nullable(),
  shareableText: z.string(),
});
export type AccountView = z.infer<typeof accountView>;

export const entryKind = z.enum(ENTRY_KINDS);
export const accountEntry = z.strictObject({
  entryId: z.string(),
  at: instantText,
  kind: entryKind,
  pot,
  /** What the balance gained or lost, and what was newly frozen (or released, negative). */
  amountFen: fenAmount,
  frozenFen: fenAmount,
  balanceAfterFen: fenAmount,
  frozenAfterFen: fenAmount,
  /** Whom it was for; null: oneself. */
  forPerson: z.string().nullable(),
  counterparty: z.string(),
  /** Of the premium or the settlement, to read out; null: neither. */
  number: z.string().nullable(),
  settlementId: z.string().nullable(),
});
const filterShape = {
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** Of the year. */
  month: z.coerce.number().int().min(1).max(12).optional(),
  kind: entryKind.optional(),
  pot: pot.optional(),
  /** Whom it was for: `own`, or a person's id. */
  forPerson: z.union([z.literal('own'), id]).optional(),
};
const monthHasYear = ({ year, month }: { year?: number | undefined; month?: number | undefined }): boolean =>
  month === undefined || year !== undefined;
const NO_YEAR = { path: ['month'], error: '选择月份时也要选择年份' };

export const entriesFilter = z.strictObject(filterShape).refine(monthHasYear, NO_YEAR);
export const entriesQuery = z.strictObject({ ...filterShape, ...pageQuery.shape }).refine(monthHasYear, NO_YEAR);
export const entryPage = z.strictObject({ entries: z.array(accountEntry), nextCursor: cursor.nullable() });
export type AccountEntry = z.infer<typeof accountEntry>;
export type EntryPage = z.infer<typeof entryPage>;

/**
 * What came in and was spent. Neither is what goes from one's own pot to the other, unless one pot is asked for; nor what the account began with, nor what was
 * voided or refunded, unless that kind is asked for.
 */
const entrySum = {
  inFen: fenAmount,
  outFen: fenAmount,
  /** Held in that time, and held still. */
  frozenFen: fenAmount,
  count: z.int().min(0),
};
export const accountSums = z.strictObject({
  total: z.strictObject(entrySum),
  /** Newest first, as are the months. */
  years: z.array(
    z.strictObject({ year: z.int(), ...entrySum, months: z.array(z.strictObject({ month: z.int().min(1).max(12), ...entrySum })) }),
  ),
  /** What there is to filter by, whatever the filter is now. Names are masked. */
  choices: z.strictObject({
    years: z.array(z.strictObject({ year: z.int(), months: z.array(z.int().min(1).max(12)) })),
    kinds: z.array(entryKind),
    people: z.array(z.strictObject({ personId: id, name: z.string() })),
  }),
});
export type AccountSums = z.infer<typeof accountSums>;
export type EntrySum = AccountSums['total'];

export const trendQuery = z.strictObject({ months: z.coerce.number().int().min(12).max(24).default(12) });
/** Oldest first; the last is the present month, with the balance of now. */
export const accountTrend = z.strictObject({
  months: z.array(z.strictObject({ month: monthText, inFen: fenAmount, outFen: fenAmount, balanceFen: fenAmount })),
});
export type AccountTrend = z.infer<typeof accountTrend>;

/** One payer's share. skipped payers come with the reason and amount 0. */
export const leg = z.strictObject({
  payerId: id,
  payer: z.string(),
  own: z.boolean(),
  amountFen: fenAmount,
  skippedText: z.string().nullable(),
});
export type Leg = z.infer<typeof leg>;

export const deductionPreviewRequest = z.strictObject({
  personId: id,
  amountFen: positiveFen,
  use: z.enum(FUND_USES),
});
const previewLeg = leg.extend({
  /** Of the caller's own account only: what others have in which pot is not theirs to see. */
  pots: z.array(z.strictObject({ pot, amountFen: fenAmount })),
  /** Why it pays no more, although more was needed. */
  limitText: z.string().nullable(),
});
export const deductionPreview = z.strictObject({
  legs: z.array(previewLeg),
  coveredFen: fenAmount,
  cashFen: fenAmount,
  orderRule: ruleReference.nullable(),
});
export type DeductionPreview = z.infer<typeof deductionPreview>;
