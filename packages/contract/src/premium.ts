import { PREMIUM_STATES } from '@gongji/domain';
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
  /** True where the year's amount is not published and last year's stands in. */
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
  clearingText: z.string(),
  voidableUntil: plainDateText.nullable(),
  whatHappens: z.array(timelineStep),
  /** The sponsor's shareable balance after this payment. */
  shareableAfterFen: fenAmount,
  rules: z.array(ruleReference),
});
export type QuoteView = z.infer<typeof quoteView>;

export const applyRequest = z.strictObject({ quoteId: id });

export const paymentView = z.strictObject({
  paymentId: id,
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
  voidable: z.boolean(),
  voidableUntil: plainDateText.nullable(),
  timeline: z.array(timelineStep),
  benefitStartsOn: plainDateText,
  failureText: z.string().nullable(),
  /** Both numbers, once paid. */
  receipt: z.strictObject({ ourNumber: z.string(), taxNumber: z.string(), paidAt: instantText, hash: z.string() }).nullable(),
});
export type PaymentView = z.infer<typeof paymentView>;
export const paymentsQuery = z.strictObject({ year: z.coerce.number().pipe(premiumYear).optional() });
export const paymentList = z.strictObject({ payments: z.array(paymentView) });
export type PaymentList = z.infer<typeof paymentList>;
