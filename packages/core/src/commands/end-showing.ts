import type { CoreDeps } from '../deps';
import type { OfflineKeyRow } from '../store/device-tables';
import { findOfflineKeysAbout, lockOfflineKeysOf, revokeOfflineKeys } from '../store/device.store';
import { replaceAllShown } from '../store/issued-code.store';
import { writeAudit } from '../store/record.store';
import type { Tx } from '../store/transaction';

// What lets somebody's code be shown ends: with a phone, a consent or an account.

/** The keys to these people's codes, and all that their phones hold. */
export async function lockKeysAbout(tx: Tx, people: readonly string[]): Promise<void> {
  const holders = [...people];
  for (const personId of people) holders.push(...(await findOfflineKeysAbout(tx, personId)).map((key) => key.holder_id));
  await lockOfflineKeysOf(tx, holders);
}

/** Nothing that shows this person's code, or that this person shows, is worth anything any more. */
export async function endShowing(tx: Tx, deps: CoreDeps, personId: string): Promise<void> {
  await revokeKeys(tx, deps, { actorId: personId, keys: await findOfflineKeysAbout(tx, personId) });
  await replaceAllShown(tx, deps, personId);
}

interface Revoked {
  readonly actorId: string;
  readonly keys: readonly OfflineKeyRow[];
}

export async function revokeKeys(tx: Tx, deps: CoreDeps, { actorId, keys }: Revoked): Promise<void> {
  await revokeOfflineKeys(
    tx,
    deps,
    keys.map((key) => key.id),
  );
  await writeAudit(
    tx,
    deps,
    keys.map((key) => ({
      holderId: key.holder_id,
      actor: { kind: 'person', id: actorId },
      action: 'offline-key-revoked',
      subjectId: key.id,
    })),
  );
}
