import { callBff } from '@/shared/bff/call-bff';
import type { Outcome } from '@/shared/bff/outcome';
import { deviceName } from '@/shared/platform/device-name';
import { deviceId } from '@/shared/platform/new-id';
import { keepKey, reserveOf, reserves, loseKeyOf, wasTaken } from '@/shared/session/offline-keys';
import { readToken } from '@/shared/session/token';
import type { Showable } from './showable-people';

/** The kind of rule that allows codes without network. Where a region has none, no phone is given a key. */
const OFFLINE_RULE = 'offlineCode';

const asked = new Set<string>();

/** Quietly, once a launch, log-in and person, as soon as a code of theirs was shown: a key for the day when there is no network. */
export async function ensureReserve(meId: string, { personId, card }: Showable): Promise<void> {
  // Who logged out meanwhile left nothing on this phone, and nothing is put there afterwards.
  const token = readToken();
  const stillIn = () => readToken() === token;
  const pair = token + personId;
  if (asked.has(pair)) return;
  asked.add(pair);
  /** Where nobody answers, the next code asks again. */
  const answerOf = async <T>(asking: Promise<Outcome<T>>): Promise<T | undefined> => {
    const outcome = await asking;
    if (outcome.kind === 'unknown') asked.delete(pair);
    return outcome.kind === 'done' ? outcome.answer : undefined;
  };
  const held = reserves();
  if (held.length > 0) {
    const known = await answerOf(callBff('devices'));
    if (known === undefined || !stillIn()) return;
    const standing = known.devices.flatMap(({ offlineKeys }) => offlineKeys.map(({ offlineKeyId }) => offlineKeyId));
    for (const { key } of held) if (!standing.includes(key.offlineKeyId)) loseKeyOf(key.person.personId);
  }
  if (reserveOf(personId) !== null || wasTaken(meId, personId)) return;
  const policy = await answerOf(callBff('policy', { path: { region: card.regionCode } }));
  if (!policy?.rules.some(({ kind }) => kind === OFFLINE_RULE)) return;
  const given = await answerOf(callBff('giveOfflineKey', { body: { personId, deviceId: deviceId(), deviceName: deviceName() } }));
  if (given && stillIn()) keepKey(meId, given);
}
