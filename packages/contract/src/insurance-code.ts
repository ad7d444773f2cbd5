import { z } from 'zod';
import { leg } from './account';
import { fenAmount, id, instantText, personCard } from './wire';

export const showCodeRequest = z.strictObject({
  personId: id,
  deviceId: z
    .string()
    .min(8)
    .max(64)
    .regex(/^[A-Za-z0-9_-]+$/),
});

/** The payload is opaque: 128 random bits as 39 digits at most, so that Code 128 set C and QR both stay small. Given once, kept hashed. */
export const shownCode = z.strictObject({
  codeId: id,
  payload: z.string().regex(/^\d{40}$/),
  person: personCard,
  own: z.boolean(),
  issuedAt: instantText,
  expiresAt: instantText,
  ttlSeconds: z.int(),
});
export type ShownCode = z.infer<typeof shownCode>;

export const settlementView = z.strictObject({
  settlementId: id,
  at: instantText,
  voidedAt: instantText.nullable(),
  institution: z.string(),
  person: z.string(),
  totalFen: fenAmount,
  fundFen: fenAmount,
  accountFen: fenAmount,
  cashFen: fenAmount,
  legs: z.array(leg),
});
export type SettlementView = z.infer<typeof settlementView>;

/** What became of a shown code. The page asks for it while it shows the code. */
export const codeEvents = z.strictObject({
  codeId: id,
  state: z.enum(['shown', 'scanned', 'settled', 'expired']),
  scannedAt: instantText.nullable(),
  institution: z.string().nullable(),
  settlement: settlementView.nullable(),
});
export type CodeEvents = z.infer<typeof codeEvents>;

export const codeLog = z.strictObject({
  displays: z.array(
    z.strictObject({
      codeId: id,
      shownAt: instantText,
      shownBy: z.string(),
      person: z.string(),
      scannedAt: instantText.nullable(),
      institution: z.string().nullable(),
    }),
  ),
});
export type CodeLog = z.infer<typeof codeLog>;
