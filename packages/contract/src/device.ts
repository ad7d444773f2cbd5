import { z } from 'zod';
import { deviceId } from './insurance-code';
import { fenAmount, id, instantText, personCard, ruleReference } from './wire';

export const giveOfflineKeyRequest = z.strictObject({
  personId: id,
  deviceId,
  /** What the person recognises the phone by in the list of devices. */
  deviceName: z.string().trim().min(1).max(40),
});

/** What a phone needs to show codes without network. The secret is given once, over the session, and kept sealed. */
export const offlineKey = z.strictObject({
  offlineKeyId: id,
  person: personCard,
  own: z.boolean(),
  /** Names key and device to the server; the first part of every code. */
  handle: z.string().regex(/^\d{14}$/),
  /** 32 bytes, base64url. */
  secret: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  stepSeconds: z.int(),
  givenAt: instantText,
  /** How often a day, and for how much account money in all, such codes pay. */
  mostPerDay: z.int(),
  mostFenPerDay: fenAmount,
  rule: ruleReference,
});
export type OfflineKey = z.infer<typeof offlineKey>;

/** Phones that have shown my codes or hold a key to show some without network; mine and, of other people's, those that may show me. */
export const deviceList = z.strictObject({
  devices: z.array(
    z.strictObject({
      deviceId,
      name: z.string(),
      lastSeenAt: instantText,
      offlineKeys: z.array(z.strictObject({ offlineKeyId: id, person: z.string(), own: z.boolean(), givenAt: instantText })),
    }),
  ),
});
export type DeviceList = z.infer<typeof deviceList>;
