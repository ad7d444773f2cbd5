import { callBff } from '@/shared/bff/call-bff';
import { deviceName } from '@/shared/platform/device-name';
import { deviceId } from '@/shared/platform/new-id';
import { keepKey, reserveOf, reserves, loseKeyOf, wasTaken } from '@/shared/session/offline-keys';
import { readToken } from '@/shared/session/token';
import type { Showable } from './showable-people';

/** The kind of rule that allows codes without network. Where a region has none, no phone is given a key. */
const OFFLINE_RULE = 'offlineCode';

const asked = new Set<string>();

/** Quietly, once a launch and person, as soon as a code of theirs was shown: a key for the day when there is no network. */
export async function ensureReserve(meId: string, { personId, card }: Showable): Promise<void> {
  const pair = `${meId}:${personId}`;
  if (asked.has(pair)) return;
  asked.add(pair);
  // Who logged out meanwhile left nothing on this phone, and nothing is put there afterwards.
  const token = readToken();
  const stillIn = () => readToken() === token;
  const held = reserves();
  if (held.length > 0) {
    const known = await callBff('devices');
    if (known.kind !== 'done' || !stillIn()) return;
    const standing = known.answer.devices.flatMap(({ offlineKeys }) => offlineKeys.map(({ offlineKeyId }) => offlineKeyId));
    for (const { key } of held) if (!standing.includes(key.offlineKeyId)) loseKeyOf(key.person.personId);
  }
  if (reserveOf(personId) !== null || wasTaken(meId, personId)) return;
  const policy = await callBff('policy', { path: { region: card.regionCode } });
  if (policy.kind !== 'done' || !policy.answer.rules.some(({ kind }) => kind === OFFLINE_RULE)) return;
  const given = await callBff('giveOfflineKey', { body: { personId, deviceId: deviceId(), deviceName: deviceName() } });
  if (given.kind === 'done' && stillIn()) keepKey(meId, given.answer);
}
