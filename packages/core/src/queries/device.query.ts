import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findBindings } from '../store/binding.store';
import { findDevices, findLastShown, findOfflineKeysAbout } from '../store/device.store';
import { findPersons } from '../store/person.store';
import type { OfflineKeyRow } from '../store/device-tables';
import type { DeviceList } from '../views/device-view';
import { instant } from '../views/instant';

/** Phones that have shown a code within this time, and all that hold a key. */
const SEEN_WITHIN_MS = 90 * 86_400_000;
const NAMELESS = '未命名的手机';

type Device = DeviceList['devices'][number];

/** The phones one shows codes from, and those of others that can show one's own without network; the newest first. */
export async function readDevices(deps: CoreDeps, personId: string): Promise<DeviceList> {
  const keys = await standing(deps, await findOfflineKeysAbout(deps.db, personId));
  const lastShown = await findLastShown(deps.db, personId, new Date(deps.now().getTime() - SEEN_WITHIN_MS));
  const named = await findDevices(deps.db, [personId, ...keys.map((key) => key.shower_id)]);
  const people = await findPersons(
    deps.db,
    keys.flatMap((key) => [key.holder_id, key.shower_id]),
  );
  const nameOfOther = await findNames(deps.db, deps, { readerId: personId, people });
  const nameOf = (id: string): string => (id === personId ? '本人' : nameOfOther(id));
  const keyView = (key: OfflineKeyRow) => ({
    offlineKeyId: key.id,
    person: nameOf(key.holder_id),
    own: key.holder_id === personId,
    givenAt: instant(key.given_at),
  });
  const own = named.filter((row) => row.holder_id === personId);
  const devices = [...new Set([...own.map((row) => row.device_id), ...lastShown.keys()])].flatMap((deviceId): Device[] => {
    const row = own.find((each) => each.device_id === deviceId);
    const onIt = keys.filter((key) => key.shower_id === personId && key.device_id === deviceId);
    const seen = [lastShown.get(deviceId), row?.named_at, ...onIt.map((key) => key.given_at)].flatMap((at) => at ?? []);
    const lastSeen = new Date(Math.max(...seen.map((at) => at.getTime())));
    if (row !== undefined && row.removed_at !== null && lastSeen <= row.removed_at) return [];
    const name = row === undefined || row.name === '' ? NAMELESS : row.name;
    return [{ deviceId, name, lastSeenAt: instant(lastSeen), offlineKeys: onIt.map(keyView) }];
  });
  const ofOthers = keys
    .filter((key) => key.shower_id !== personId)
    .map(
      (key): Device => ({
        deviceId: key.id,
        name: `${nameOf(key.shower_id)}的手机`,
        lastSeenAt: instant(key.given_at),
        offlineKeys: [keyView(key)],
      }),
    );
  return { devices: [...devices, ...ofOthers].sort((a, b) => (a.lastSeenAt > b.lastSeenAt ? -1 : 1)) };
}

/** A key to a relative's code ends with the binding it rests on. */
async function standing(deps: CoreDeps, keys: readonly OfflineKeyRow[]): Promise<readonly OfflineKeyRow[]> {
  const bindings = await findBindings(
    deps.db,
    keys.flatMap(({ binding_id: id }) => (id === null ? [] : [id])),
  );
  return keys.filter(({ binding_id: id }) => id === null || (bindings.get(id)?.state ?? 'ended') !== 'ended');
}
