import { INSURANCE_STATES, SCHEMES } from '@gongji/domain';
import { z } from 'zod';
import { deviceId } from './insurance-code';
import { id, instantText, personCard } from './wire';

export const loginRequest = z.strictObject({
  code: z.string().min(1).max(128),
  /** Of the privacy text that the person has just agreed to. Without it, whoever has not agreed yet is refused. */
  consentVersion: z.string().min(1).max(20).optional(),
  /** By what the person recognises the phone in the list of log-ins. */
  device: z.strictObject({ deviceId, name: z.string().trim().min(1).max(40) }).optional(),
});

/** Oneself: the name is one's own, the certificate stays masked. */
export const me = z.strictObject({
  ...personCard.shape,
  scheme: z.enum(SCHEMES),
  name: z.string(),
  hasAccount: z.boolean(),
  insuranceState: z.enum(INSURANCE_STATES),
  /** True where everything outside is the sandbox: screens say 演示/非官方. */
  demo: z.boolean(),
  /** The server's clock: countdowns and windows never trust the phone's. */
  now: instantText,
});
export type Me = z.infer<typeof me>;

export const session = z.strictObject({ sessionId: id, token: z.string(), expiresAt: instantText, me });
export type Session = z.infer<typeof session>;

/** Where I am logged in now, the newest first. */
export const sessionList = z.strictObject({
  sessions: z.array(
    z.strictObject({
      sessionId: id,
      /** The one that asks. */
      current: z.boolean(),
      deviceId: deviceId.nullable(),
      /** As the phone called itself; empty where it said nothing. */
      deviceName: z.string(),
      openedAt: instantText,
      /** To within a few minutes. */
      lastUsedAt: instantText,
    }),
  ),
});
export type SessionList = z.infer<typeof sessionList>;

export const endSessionsRequest = z.strictObject({ which: z.enum(['all', 'others']) });
