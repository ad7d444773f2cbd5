import { z } from 'zod';
import { leg } from './account';
import { fenAmount, id, instantText, pageQuery, personCard } from './wire';

/** Made by the phone itself, once. */
export const deviceId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const showCodeRequest = z.strictObject({ personId: id, deviceId });

/** The payload is opaque: 40 random digits, more than 128 bits, so that Code 128 set C and QR both stay small. Given once, kept hashed. */
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
  /** For people to read out. */
  number: z.string(),
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

/** The whole of it for whom it was settled; for a payer the own share, without what it cost. */
export const settlementShare = settlementView.omit({ totalFen: true, fundFen: true, accountFen: true, cashFen: true }).extend({
  own: z.boolean(),
  totals: settlementView.pick({ totalFen: true, fundFen: true, accountFen: true, cashFen: true }).nullable(),
});
export type SettlementShare = z.infer<typeof settlementShare>;

/** What became of a shown code: pushed over the connection below while the page shows it, or asked for where there is none. */
export const codeEvents = z.strictObject({
  codeId: id,
  /** ended: nobody may show it any more. expired: its time is over, or the same phone has a newer one. */
  state: z.enum(['shown', 'scanned', 'settled', 'expired', 'ended']),
  scannedAt: instantText.nullable(),
  institution: z.string().nullable(),
  settlement: settlementView.nullable(),
});
export type CodeEvents = z.infer<typeof codeEvents>;

/** Where a phone that shows a code is told at once: a WebSocket under /api. Each answer is a codeEvents; what already happened is told first. */
export const CODE_LIVE_PATH = '/insurance-codes/live';
/** Sent after connecting, and again with each new code. The token is in the message, since a browser sends no header and an address is logged. */
export const watchCodesRequest = z.strictObject({ token: z.string().min(20).max(200), codeIds: z.array(id).min(1).max(4) });
export type WatchCodesRequest = z.infer<typeof watchCodesRequest>;
/** WebSocket close codes: the session is over; the message makes no sense. */
export const CODE_LIVE_CLOSED = { unauthenticated: 4401, invalid: 4400 } as const;

export const codeLogQuery = pageQuery.extend({ cursor: id.optional() });

/** Newest first. Displays in a row by one person that nobody scanned are one entry, with its first and last moment and how many they are. */
export const codeLog = z.strictObject({
  displays: z.array(
    z.strictObject({
      /** Of the last of them. */
      codeId: id,
      shownAt: instantText,
      lastShownAt: instantText,
      times: z.int().min(1),
      shownBy: z.string(),
      person: z.string(),
      scannedAt: instantText.nullable(),
      institution: z.string().nullable(),
      /** What the scan came to; null: nothing was settled on it. */
      settlementId: id.nullable(),
    }),
  ),
  nextCursor: id.nullable(),
});
export type CodeLog = z.infer<typeof codeLog>;
