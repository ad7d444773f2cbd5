import { ENTRY_KINDS } from '@gongji/domain';
import { z } from 'zod';
import { cursor, fenAmount, id, instantText, pageQuery, positiveFen, ruleReference } from './wire';

export const pot = z.enum(['currentYear', 'carriedOver']);
export const accountView = z.strictObject({
  pots: z.array(z.strictObject({ pot, balanceFen: fenAmount, frozenFen: fenAmount })),
  balanceFen: fenAmount,
  frozenFen: fenAmount,
  /** balance − frozen */
  availableFen: fenAmount,
  shareableFen: fenAmount,
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
  reference: z.string(),
});
export const entriesQuery = pageQuery;
export const entryPage = z.strictObject({ entries: z.array(accountEntry), nextCursor: cursor.nullable() });
export type AccountEntry = z.infer<typeof accountEntry>;
export type EntryPage = z.infer<typeof entryPage>;

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
  use: z.enum(['care', 'drug', 'device', 'premium', 'ltc-premium']),
});
export const deductionPreview = z.strictObject({
  legs: z.array(leg),
  coveredFen: fenAmount,
  cashFen: fenAmount,
  orderRule: ruleReference.nullable(),
});
export type DeductionPreview = z.infer<typeof deductionPreview>;
