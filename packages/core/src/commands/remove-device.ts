import { decided, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Command, Nothing, Outcome } from '../outcome';
import { readDevices } from '../queries/device.query';
import { present, runOnce } from '../request-lists/run-once';
import type { RemoveDevice } from '../requests';
import { replaceShown } from '../store/issued-code.store';
import { findDevices, findLastShown, findOfflineKeysAbout, markRemoved } from '../store/device.store';
import { lockActors } from '../store/person.store';
import type { Tx } from '../store/transaction';
import type { DeviceList } from '../views/device-view';
import { lockKeysAbout, revokeKeys } from './end-showing';

/**
 * A phone that was lost or sold: its keys are worth nothing from the commit on, and what it shows now is not taken any more. Whoever is still logged in on it
 * may show a new code. Of somebody else's phone the key to one's own code is revoked, and nothing else.
 */
export const removeDevice: Command<RemoveDevice, DeviceList> = async (deps, requests) => {
  const outcomes = await runOnce<RemoveDevice, Nothing, void>(
    deps,
    {
      kind: 'remove-device',
      bodyOf: ({ deviceId }) => ({ deviceId }),
      // The people first, so that no phone of theirs is given a key meanwhile that would be overlooked.
      lock: async (tx, all) => {
        await lockActors(tx, all);
        await lockKeysAbout(
          tx,
          all.map(({ actorId }) => actorId),
        );
      },
      act: (tx, request) => remove(tx, deps, request),
    },
    requests,
  );
  return present(outcomes, requests, (_answer, { actorId }) => readDevices(deps, actorId));
};

async function remove(tx: Tx, deps: CoreDeps, { actorId, deviceId }: RemoveDevice): Promise<Outcome<Nothing>> {
  const keys = await findOfflineKeysAbout(tx, actorId);
  const device = { holderId: actorId, deviceId };
  const onIt = keys.filter((key) => key.shower_id === actorId && key.device_id === deviceId);
  if (onIt.length > 0 || (await isKnown(tx, device))) {
    await revokeKeys(tx, deps, { actorId, keys: onIt });
    await replaceShown(tx, deps, { showerId: actorId, deviceId });
    await markRemoved(tx, deps, device);
    return decided({});
  }
  const elsewhere = keys.filter((key) => key.id === deviceId && key.holder_id === actorId);
  if (elsewhere.length === 0) return refused('DEVICE_NOT_FOUND');
  await revokeKeys(tx, deps, { actorId, keys: elsewhere });
  return decided({});
}

async function isKnown(tx: Tx, { holderId, deviceId }: { readonly holderId: string; readonly deviceId: string }): Promise<boolean> {
  const device = (await findDevices(tx, [holderId])).find((each) => each.device_id === deviceId);
  if (device !== undefined && device.removed_at === null) return true;
  const shown = (await findLastShown(tx, holderId, new Date(0))).get(deviceId);
  return shown !== undefined && (device === undefined || device.removed_at === null || shown > device.removed_at);
}
