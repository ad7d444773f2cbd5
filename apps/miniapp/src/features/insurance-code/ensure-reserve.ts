import { callBff } from '@/shared/bff/call-bff';
import { deviceName } from '@/shared/platform/device-name';
import { deviceId } from '@/shared/platform/new-id';
import { readToken } from '@/shared/session/token';
import { keepKey, reserveOf } from './reserves';
import type { Showable } from './showable-people';

/** The kind of rule that allows codes without network. Where a region has none, no phone is given a key. */
export const OFFLINE_RULE = 'offlineCode';

const asked = new Set<string>();

/** Quietly, once a launch and person, as soon as a code of theirs was shown: a key for the day when there is no network. */
export async function ensureReserve(meId: string, { personId, card }: Showable): Promise<void> {
  const pair = `${meId}:${personId}`;
  if (asked.has(pair) || reserveOf(personId) !== null) return;
  asked.add(pair);
  const token = readToken();
  const policy = await callBff('policy', { path: { region: card.regionCode } });
  if (policy.kind !== 'done' || !policy.answer.rules.some(({ kind }) => kind === OFFLINE_RULE)) return;
  const given = await callBff('giveOfflineKey', { body: { personId, deviceId: deviceId(), deviceName: deviceName() } });
  // Who logged out meanwhile left nothing on this phone, and nothing is put there afterwards.
  if (given.kind === 'done' && readToken() === token) keepKey(meId, given.answer);
}
