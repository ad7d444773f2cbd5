import { describe, expect, it } from '@jest/globals';
import { forgetSecret, keptDraft } from './kept-draft';
import { offlineKey, uuid } from '../../../../test/support/fixtures';
import { phoneStorage } from '../../../../test/stubs/taro';
import { forgetKey, keyFor } from '@/shared/bff/request-key';
import { dropKeyOf, keepKey, metServer, reserveOf, reserves, wasTaken } from '@/shared/session/offline-keys';
import { takeInvitation } from '@/shared/session/pending-invitation';
import { quietCode } from '@/shared/session/silent-log-in';
import { readToken } from '@/shared/session/token';
import { deviceId } from '@/shared/platform/new-id';
import { STORAGE_KEYS } from '@/shared/platform/storage';

const NONSENSE: readonly unknown[] = [
  0,
  7,
  true,
  'nonsense',
  [],
  [null],
  [{}],
  {},
  { keys: null },
  { keys: [null] },
  { holderId: 'x', keys: [null, {}, 1], taken: [], clockLeadMs: 0, lastContactAt: 0 },
  { holderId: 'x', keys: [offlineKey({ person: null as never })], taken: [], clockLeadMs: 0, lastContactAt: 0 },
  { token: 5, keptAt: 'yesterday' },
  [{ meId: 'x', subject: 'y', keptAt: Date.now() }],
  [{ meId: 'x', subject: 'y', keptAt: Date.now(), step: 'person', sentOn: null, draft: { name: 7, uses: null } }],
];

/** Everything that reads what a phone kept. */
const readAll = async () => {
  forgetSecret();
  reserves();
  reserveOf(uuid(1));
  dropKeyOf(uuid(1));
  wasTaken('x', 'y');
  metServer(new Date().toISOString());
  keptDraft({ meId: 'x', subject: 'y' });
  takeInvitation();
  keyFor('wish', 'thing');
  forgetKey('wish');
  await quietCode();
  return [readToken(), deviceId()];
};

describe('what a phone has kept', () => {
  it.each(Object.values(STORAGE_KEYS).flatMap((key) => NONSENSE.map((value) => [key, JSON.stringify(value), value] as const)))(
    '%s that cannot be read (%s) is as if it were not there',
    async (key, _text, value) => {
      phoneStorage.set(key, value);
      const [token, device] = await readAll();
      for (const text of [token ?? '', device]) expect(typeof text).toBe('string');
      expect(reserves()).toEqual([]);
      expect(keptDraft({ meId: 'x', subject: 'y' })).toBeUndefined();
    },
  );

  it('loses only the part that cannot be read', () => {
    keepKey('me', offlineKey());
    const kept = phoneStorage.get(STORAGE_KEYS.offlineKeys) as { keys: unknown[] };
    phoneStorage.set(STORAGE_KEYS.offlineKeys, { ...kept, keys: [null, ...kept.keys] });
    expect(reserves().map(({ key }) => key)).toEqual([offlineKey()]);
    const first = keyFor('a wish', 'a thing');
    phoneStorage.set(STORAGE_KEYS.requestKeys, [null, ...(phoneStorage.get(STORAGE_KEYS.requestKeys) as unknown[])]);
    expect(keyFor('a wish', 'a thing')).toBe(first);
  });
});
