import { clearingFileAnswer, fenAmount, instantText, plainDateText, taxApplicationAnswer } from '@gongji/contract';
import type { taxApplicationRequest, taxQueryAnswer, taxVoidAnswer } from '@gongji/contract';
import { type PlainDate, REFUND_REASONS, REFUND_REFUSALS, shanghaiDate } from '@gongji/domain';
import { z } from 'zod';
import type { Levy } from './levies';
import { workingDaysAfter } from './working-days';

// The tax office's rules: pure, so that every step stands in a table of tests. Who asks for what is in tax-office.ts.

/** One request to pay, accepted or refused; refused ones are kept so that a repetition gets the same answer. */
export const application = z.strictObject({
  levyKey: z.string(),
  regionCode: z.string(),
  certificateNumber: z.string().default(''),
  year: z.int().default(0),
  amountFen: fenAmount,
  payer: z.string(),
  state: z.enum(['refused', 'accepted', 'voided', 'paid', 'refunded']),
  answer: taxApplicationAnswer,
  paidAt: instantText.nullable(),
  // For the daily file; what an earlier release kept does not have them and is in none.
  acceptedAt: instantText.nullable().default(null),
  voidedAt: instantText.nullable().default(null),
  refundedAt: instantText.nullable().default(null),
});
export type Application = z.infer<typeof application>;

/** One refund that was asked for; one that was refused is kept so that a repetition gets the same answer. */
export const refund = z.strictObject({
  paymentId: z.string(),
  reason: z.enum(REFUND_REASONS),
  amountFen: fenAmount,
  refusal: z.enum(REFUND_REFUSALS).nullable(),
  /** From this day on it is done. */
  dueOn: plainDateText,
  taxNumber: z.string(),
});
export type Refund = z.infer<typeof refund>;

export const taxState = z.strictObject({
  applications: z.record(z.string(), application),
  /** Which payment holds a levy: at most one open or paid application per person, year and region. */
  holders: z.record(z.string(), z.string()),
  batches: z.record(z.string(), clearingFileAnswer),
  refunds: z.record(z.string(), refund).default({}),
  lastSerial: z.int(),
});
export type TaxState = z.infer<typeof taxState>;

type Request = z.infer<typeof taxApplicationRequest>;
type Answer = z.infer<typeof taxApplicationAnswer>;
export type RefusalReason = Extract<Answer, { state: 'refused' }>['reason'];

/** Accepts only what is due, at the amount due, and only when nobody else has paid or applied. */
export function decideApplication(levy: Levy | undefined, holder: Application | undefined, request: Request): 'accepted' | RefusalReason {
  if (levy === undefined) return 'not-due';
  if (levy.paidBy !== null || holder?.state === 'paid') return 'already-paid';
  if (holder !== undefined) return 'already-applied';
  return levy.amountFen === request.amountFen ? 'accepted' : 'amount-changed';
}

/** Until it is cleared an application can be taken back, and taking it back twice is one taking back. */
export function decideVoid(found: Application | undefined): z.infer<typeof taxVoidAnswer> {
  if (found === undefined || found.state === 'refused') return { state: 'refused', reason: 'not-found' };
  return found.state === 'paid' || found.state === 'refunded' ? { state: 'refused', reason: 'cleared' } : { state: 'voided' };
}

/** A line of a clearing file is paid when its application is open (or already paid) with the same amount in the same region. */
export const clears = (found: Application | undefined, line: { regionCode: string; amountFen: number }): boolean =>
  found !== undefined &&
  (found.state === 'accepted' || found.state === 'paid') &&
  found.amountFen === line.amountFen &&
  found.regionCode === line.regionCode;

/** 已入库 comes two working days after 已缴费, by the sandbox's clock. */
export function queryOf(found: Application | undefined, now: Date): z.infer<typeof taxQueryAnswer> {
  if (found === undefined || found.answer.state !== 'accepted' || found.state === 'refused') return { state: 'none', taxNumber: null };
  const { taxNumber } = found.answer;
  if (found.state !== 'paid' || found.paidAt === null) return { state: found.state, taxNumber };
  return { state: shanghaiDate(now) >= postedOn(found.paidAt) ? 'posted' : 'paid', taxNumber };
}

export const postedOn = (paidAt: string): PlainDate => workingDaysAfter(shanghaiDate(new Date(paidAt)), 2);
