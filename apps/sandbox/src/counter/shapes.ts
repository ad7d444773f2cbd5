import { id, type SandboxInstitution, type settleOutput } from '@gongji/contract';
import { z } from 'zod';
import { type benefit, preSettleTerms, settleTerms } from './visit';

// What the counter page and the sandbox say to each other. The page imports types only.

export const scanRequest = z.strictObject({
  institutionCode: z.string().length(12),
  payload: z.string().regex(/^[\x21-\x7e]{1,64}$/, '医保码应为 1 到 64 个字母或数字'),
});
export const preSettleRequest = z.strictObject({ visitId: id, terms: preSettleTerms });
export const settleRequest = z.strictObject({ visitId: id, terms: settleTerms });
/** Asks again about a settlement, or takes one back. */
export const visitRequest = z.strictObject({ visitId: id });
export const recordsQuery = z.object({ institution: z.string().length(12) });

export type Institution = Pick<SandboxInstitution, 'code' | 'kind'>;
export type Split = z.infer<typeof settleOutput>;

export interface NotDone {
  readonly state: 'refused' | 'silent';
  readonly code: string;
  readonly text: string;
}
export interface Scanned {
  readonly state: 'done';
  readonly visitId: string;
  readonly name: string;
  readonly maskedCertificate: string;
  readonly insuredPlace: string;
  readonly shownByRelative: boolean;
  /** null: the gateway did not say. */
  readonly benefit: z.infer<typeof benefit> | null;
}
export interface SplitFound {
  readonly state: 'done';
  readonly split: Split;
}
export interface Settled {
  readonly state: 'done';
  readonly name: string;
  readonly msgid: string;
  readonly split: Split;
}
export interface CounterRecord {
  readonly visitId: string;
  readonly at: string;
  readonly name: string;
  readonly totalFen: number;
  /** voiding: asked to take it back, and no answer yet. */
  readonly state: 'asking' | 'done' | 'voiding' | 'voided';
  readonly msgid: string;
  readonly number: string | null;
}
