import { fenAmount, fsiMsgid, id, instantText, positiveFen, settleOutput } from '@gongji/contract';
import { z } from 'zod';

// One person at one counter: a scanned code, and at most one settlement with one msgid, whatever is pressed how often.

/** What a settlement is made of. Another set of terms is another settlement. */
export const settleTerms = z.strictObject({
  use: z.enum(['care', 'drug', 'device']),
  totalFen: positiveFen,
  fundFen: fenAmount.refine((amount) => amount >= 0, '统筹支付不能是负数'),
  accounts: z.enum(['0', '1', '2']),
  cashFen: fenAmount.refine((amount) => amount >= 0, '现金不能是负数'),
});
export type SettleTerms = z.infer<typeof settleTerms>;
export const preSettleTerms = settleTerms.omit({ cashFen: true });
export type PreSettleTerms = z.infer<typeof preSettleTerms>;

/** asking: sent, and no final answer yet (also after a restart in the middle). Its number is on the disk before the first call leaves. */
const voiding = z.strictObject({ msgid: fsiMsgid, startedAt: instantText, state: z.enum(['asking', 'done']) });

const settlement = z.strictObject({
  msgid: z.string(),
  terms: settleTerms,
  startedAt: instantText,
  state: z.enum(['asking', 'done']),
  output: settleOutput.nullable(),
  /** null: nobody asked to take it back. */
  voiding: voiding.nullable().default(null),
});

/** What the gateway said about benefits today; null where it did not say. */
export const benefit = z.strictObject({ enjoys: z.boolean(), text: z.string() });
const holder = z.strictObject({
  ecToken: z.string(),
  name: z.string(),
  maskedCertificate: z.string().default(''),
  insuredPlace: z.string(),
  shownByRelative: z.boolean(),
  benefit: benefit.nullable().default(null),
});
export type Holder = z.infer<typeof holder>;

/** What an earlier release kept beside it is dropped. */
export const visit = z.object({
  visitId: id,
  institutionCode: z.string(),
  /** SHA-256 of the code: a second press with the same code is the same visit. */
  codeHash: z.string(),
  startedAt: instantText,
  /** null until the code was decoded. */
  holder: holder.nullable(),
  settlement: settlement.nullable(),
});
export type Visit = z.infer<typeof visit>;
export type Settlement = z.infer<typeof settlement>;

export const counterState = z.strictObject({ visits: z.record(z.string(), visit), lastSerial: z.int() });
export type CounterState = z.infer<typeof counterState>;

export const sameTerms = (left: SettleTerms, right: SettleTerms): boolean =>
  left.use === right.use &&
  left.totalFen === right.totalFen &&
  left.fundFen === right.fundFen &&
  left.accounts === right.accounts &&
  left.cashFen === right.cashFen;

const KEPT_MS = 3 * 86_400_000;
/** Old visits go; a settlement without an answer stays until somebody asks again. */
export function dropOldVisits(counter: CounterState, now: Date): void {
  for (const [visitId, { startedAt, settlement: made }] of Object.entries(counter.visits)) {
    const unanswered = made?.state === 'asking' || made?.voiding?.state === 'asking';
    if (!unanswered && now.getTime() - Date.parse(startedAt) > KEPT_MS) delete counter.visits[visitId];
  }
}
