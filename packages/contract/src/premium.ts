import { PREMIUM_STATES, REFUND_REASONS } from '@gongji/domain';
import { z } from 'zod';
import { leg } from './account';
import { fenAmount, id, instantText, personCard, plainDateText, premiumYear, regionCode, ruleReference } from './wire';

export const leviesQuery = z.strictObject({ personId: id, year: z.coerce.number().pipe(premiumYear) });

export const levyView = z.strictObject({
  person: personCard,
  year: premiumYear,
  regionCode,
  regionName: z.string(),
  categoryText: z.string(),
  amountFen: fenAmount,
  state: z.enum(['due', 'applied', 'paid', 'nothing-due']),
  /** Who paid or applied, masked; null while due. */
  payer: z.string().nullable(),
  /** What the reader has paid or applied through this system; null: nothing. */
  ownPaymentId: id.nullable(),
  /** True where no published amount of the year was found: what is told is what the tax office says is owed. */
  amountAssumed: z.boolean(),
  windowOpensOn: plainDateText.nullable(),
  windowClosesOn: plainDateText.nullable(),
  rules: z.array(ruleReference),
  /** Why it cannot be paid now, from the catalogue; null: it can. */
  refusedCode: z.string().nullable(),
  refusedText: z.string().nullable(),
  nextStep: z.string().nullable(),
});
export type LevyView = z.infer<typeof levyView>;

export const quoteRequest = z.strictObject({ personId: id, year: premiumYear });

export const timelineStep = z.strictObject({
  text: z.string(),
  at: instantText.nullable(),
  expectedOn: plainDateText.nullable(),
  /** The day is certain, not only expected: the last day to void it. */
  fixed: z.boolean(),
  done: z.boolean(),
});
export const quoteView = z.strictObject({
  quoteId: id,
  expiresAt: instantText,
  policyVersion: z.string(),
  levy: levyView,
  legs: z.array(leg),
  benefitStartsOn: plainDateText,
  waitingMonths: z.int(),
  waitingText: z.string(),
  /** How the first day comes about, step by step. */
  waitingSteps: z.array(z.string()),
  clearingText: z.string(),
  voidableUntil: plainDateText.nullable(),
  whatHappens: z.array(timelineStep),
  /** The sponsor's shareable balance after this payment. */
  shareableAfterFen: fenAmount,
  /** The limits set for this relative: for each payment, and what is left of the month's after it; null: none is set. */
  capPerPaymentFen: fenAmount.nullable(),
  monthLeftAfterFen: fenAmount.nullable(),
  rules: z.array(ruleReference),
});
export type QuoteView = z.infer<typeof quoteView>;

/** A refusal inside an answer, as the catalogue says it. */
export const refusal = z.strictObject({ code: z.string(), text: z.string(), nextStep: z.string() });

/** As many relatives as one person can bind in the most generous region. */
const MOST_AT_ONCE = 20;
const eachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const idList = z.array(id).min(1).max(MOST_AT_ONCE).refine(eachOnce, '同一个只能出现一次');

export const quotesRequest = z.strictObject({ personIds: idList, year: premiumYear });
/** Quotes that see each other's sums, in the order asked. */
export const quotedList = z.strictObject({
  items: z.array(
    z.strictObject({
      person: personCard,
      /** null: the tax office did not answer, or has no record. */
      levy: levyView.nullable(),
      quote: quoteView.nullable(),
      /** Why there is no quote. */
      refusal: refusal.nullable(),
    }),
  ),
  /** Of those that can be paid. */
  totalFen: fenAmount,
});
export type QuotedList = z.infer<typeof quotedList>;

export const applyRequest = z.strictObject({ quoteId: id });

export const refundView = z.strictObject({
  state: z.enum(['asked', 'refunded', 'refused']),
  reasonText: z.string(),
  text: z.string(),
  askedAt: instantText,
  expectedOn: plainDateText.nullable(),
  endedAt: instantText.nullable(),
  taxNumber: z.string().nullable(),
});

export const paymentView = z.strictObject({
  paymentId: id,
  /** For people to read out. */
  number: z.string(),
  state: z.enum(PREMIUM_STATES),
  stateText: z.string(),
  person: personCard,
  year: premiumYear,
  regionName: z.string(),
  amountFen: fenAmount,
  legs: z.array(leg),
  appliedAt: instantText,
  /** When we shall know more, for what is under way. */
  nextCheckOn: plainDateText.nullable(),
  /** When the tax office is asked again, while its answer is awaited. */
  nextCheckAt: instantText.nullable(),
  voidable: z.boolean(),
  /** Its void was asked for, and the tax office has not confirmed it yet. */
  voiding: z.boolean(),
  voidableUntil: plainDateText.nullable(),
  timeline: z.array(timelineStep),
  benefitStartsOn: plainDateText,
  failureText: z.string().nullable(),
  /** Taken and not asked back: what a refund would do can be looked at. */
  refundable: z.boolean(),
  /** The last one that was asked for. */
  refund: refundView.nullable(),
  /** Both numbers, once paid. */
  receipt: z.strictObject({ ourNumber: z.string(), taxNumber: z.string(), paidAt: instantText, hash: z.string() }).nullable(),
});
export type PaymentView = z.infer<typeof paymentView>;
export const paymentsQuery = z.strictObject({ year: z.coerce.number().pipe(premiumYear).optional() });
export const paymentList = z.strictObject({
  payments: z.array(paymentView),
  /** By others for the reader: the fact and its state, nothing of the payer's money. */
  paidForMe: z.array(
    z.strictObject({
      year: z.int(),
      regionName: z.string(),
      payer: z.string(),
      state: z.enum(PREMIUM_STATES),
      stateText: z.string(),
      appliedAt: instantText,
    }),
  ),
});
export type PaymentList = z.infer<typeof paymentList>;

export const applyManyRequest = z.strictObject({ quoteIds: idList });
/** One outcome a person, in the order asked. */
export const appliedList = z.strictObject({
  items: z.array(z.strictObject({ quoteId: id, person: personCard, payment: paymentView.nullable(), refusal: refusal.nullable() })),
});
export type AppliedList = z.infer<typeof appliedList>;

export const refundRequest = z.strictObject({ reason: z.enum(REFUND_REASONS) });
export const refundPreview = z.strictObject({
  paymentId: id,
  amountFen: fenAmount,
  /** Each with why it cannot be taken now (null: it can), and what the refund would mean for the cover. */
  reasons: z.array(z.strictObject({ reason: z.enum(REFUND_REASONS), text: z.string(), refusal: refusal.nullable(), effect: z.string() })),
  /** Why it cannot be asked for at all, whatever the reason. */
  refusal: refusal.nullable(),
  /** Where the money goes. */
  legs: z.array(z.strictObject({ text: z.string(), amountFen: fenAmount })),
  byWhenText: z.string(),
  /** Whether limits come back. */
  limitTexts: z.array(z.string()),
  /** Whatever the reason. */
  effects: z.array(z.string()),
  rule: ruleReference.nullable(),
});
export type RefundPreview = z.infer<typeof refundPreview>;
