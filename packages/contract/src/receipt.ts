import { POTS, RECEIPT_STANDINGS } from '@gongji/domain';
import { z } from 'zod';
import { fenAmount, id, instantText, plainDateText, premiumYear } from './wire';

const number = z.string().regex(/^GJ\d{20}$/, '办理编号是 GJ 和 20 位数字');
/** 256 bits. */
const hash = z.string().regex(/^[0-9a-f]{64}$/, '校验码是 64 位 0-9、a-f');

/** What a receipt shows: names and certificates are masked on the server. */
export const receiptView = z.strictObject({
  paymentId: id,
  standing: z.enum(RECEIPT_STANDINGS),
  standingText: z.string(),
  ourNumber: number,
  taxNumber: z.string(),
  hash,
  personName: z.string(),
  /** 子女, 尾号 11: on the payer's screen, where two of theirs are masked alike. */
  personMark: z.string().nullable(),
  personCertificate: z.string(),
  payerName: z.string(),
  year: premiumYear,
  regionName: z.string(),
  categoryText: z.string(),
  amountFen: fenAmount,
  /** 人民币大写 */
  amountInCapitals: z.string(),
  legs: z.array(z.strictObject({ payer: z.string(), pot: z.enum(POTS), amountFen: fenAmount })),
  appliedAt: instantText,
  /** 已缴费 and 已入库 are two facts. */
  paidAt: instantText,
  postedAt: instantText.nullable(),
  benefitStartsOn: plainDateText,
  /** Once the money has gone back; null: it has not. */
  refund: z.strictObject({ at: instantText.nullable(), taxNumber: z.string().nullable() }).nullable(),
  madeAt: instantText,
});
export type ReceiptView = z.infer<typeof receiptView>;

export const verifyReceiptRequest = z.strictObject({ number, hash });

/** For anybody who holds the paper. Never says more than stands on it; a wrong number and a wrong hash are one answer. */
export const receiptCheck = z.strictObject({
  standing: z.enum([...RECEIPT_STANDINGS, 'unknown']),
  standingText: z.string(),
  checkedAt: instantText,
  /** Synthetic people and money: whoever checks without a log-in has to be told too. */
  demo: z.boolean(),
  receipt: z
    .strictObject({
      ourNumber: number,
      taxNumber: z.string(),
      personInitial: z.string(),
      year: premiumYear,
      regionName: z.string(),
      amountFen: fenAmount,
      amountInCapitals: z.string(),
      paidAt: instantText,
      postedAt: instantText.nullable(),
    })
    .nullable(),
});
export type ReceiptCheck = z.infer<typeof receiptCheck>;
