import { z } from 'zod';
import { id, instantText, personCard } from './wire';

export const loginRequest = z.strictObject({ code: z.string().min(1).max(128) });

/** Oneself: the name is one's own, the certificate stays masked. */
export const me = z.strictObject({
  ...personCard.shape,
  name: z.string(),
  hasAccount: z.boolean(),
  insuranceState: z.enum(['normal', 'paused', 'ended', 'none']),
  /** True where everything outside is the sandbox: screens say 演示/非官方. */
  demo: z.boolean(),
  /** The server's clock: countdowns and windows never trust the phone's. */
  now: instantText,
});
export type Me = z.infer<typeof me>;

export const session = z.strictObject({ sessionId: id, token: z.string(), expiresAt: instantText, me });
export type Session = z.infer<typeof session>;
