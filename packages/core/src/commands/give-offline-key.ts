import { AppError, decided, OFFLINE_STEP_SECONDS, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { offlineRuleOf } from '../facts/offline-rule';
import type { Command, Outcome } from '../outcome';
import { present, runOnce } from '../request-lists/run-once';
import type { GiveOfflineKey } from '../requests';
import { findLiveBinding } from '../store/binding.store';
import { findOfflineKey, lockOfflineKeysOf, saveDevice, saveOfflineKey } from '../store/device.store';
import { cardOf, findPerson, regionNameOf } from '../store/person.store';
import { noteLooksIn } from '../store/look.store';
import { tell, writeAudit } from '../store/record.store';
import { open, seal } from '../store/sealing';
import type { Tx } from '../store/transaction';
import { offlineKeyNotice } from '../texts/offline-notices';
import type { OfflineKey } from '../views/device-view';
import { instant } from '../views/instant';
import { ruleReference } from '../views/rule-reference';
import { lockShowing, mayShow, randomDigits, type Showable, whileAllowed } from './show-code';

const SECRET_BYTES = 32;
const HANDLE_DIGITS = 14;

interface Answer {
  readonly offlineKeyId: string;
  /** Sealed: the very secret goes to the phone that asked, also when it has to ask again. */
  readonly secret: string;
}

/** Gives a phone what it needs to show codes without network, by the same rights as showing one; only where the person's region has such codes. */
export const giveOfflineKey: Command<GiveOfflineKey, OfflineKey> = async (deps, requests) => {
  const outcomes = await runOnce<GiveOfflineKey, Answer, void>(
    deps,
    {
      kind: 'give-offline-key',
      bodyOf: ({ personId, deviceId, deviceName }) => ({ personId, deviceId, deviceName }),
      lock: async (tx, all) => {
        await lockShowing(tx, all);
        await lockOfflineKeysOf(
          tx,
          all.map(({ personId }) => personId),
        );
      },
      act: (tx, request) => give(tx, deps, request),
      repeat: async (tx, { answer, request }) => whileAllowed(await mayGive(tx, deps, request), answer),
    },
    requests,
  );
  return present(outcomes, requests, (answer) => viewOf(deps, answer));
};

async function mayGive(tx: Tx, deps: CoreDeps, { actorId, personId }: GiveOfflineKey): Promise<Outcome<Showable>> {
  const binding = actorId === personId ? undefined : await findLiveBinding(tx, actorId, personId);
  return mayShow(deps, actorId, { person: await findPerson(tx, personId), binding });
}

async function give(tx: Tx, deps: CoreDeps, request: GiveOfflineKey): Promise<Outcome<Answer>> {
  const { actorId, personId, deviceId, deviceName } = request;
  const allowed = await mayGive(tx, deps, request);
  if (!allowed.ok) return allowed;
  const { person, binding } = allowed.value;
  if (offlineRuleOf(deps, person) === undefined)
    return refused('OFFLINE_CODE_NOT_OFFERED', { region: regionNameOf(deps, person.region_code) });
  const secret = deps.randomBytes(SECRET_BYTES).toString('base64url');
  await saveDevice(tx, deps, { holderId: actorId, deviceId, name: deviceName });
  const key = { personId, showerId: actorId, bindingId: binding?.id ?? null, deviceId, handle: randomDigits(deps, HANDLE_DIGITS), secret };
  const offlineKeyId = await saveOfflineKey(tx, deps, key);
  const actor = { kind: 'person', id: actorId } as const;
  await writeAudit(tx, deps, [{ holderId: personId, actor, action: 'offline-key-given', subjectId: offlineKeyId }]);
  await noteLooksIn(tx, deps, [{ holderId: personId, looker: actor, what: 'offline-key', subjectId: binding?.id ?? personId }]);
  const shower = actorId === personId ? undefined : await findPerson(tx, actorId);
  if (shower !== undefined) {
    const known = await findKnown(tx, deps, [personId]);
    await tell(tx, deps, [offlineKeyNotice({ holderId: personId, subjectId: offlineKeyId, shower: known.nameFor(personId, shower) })]);
  }
  return decided({ offlineKeyId, secret: seal(deps, secret).toString('base64') });
}

/** By today's rule. OFFLINE_CODE_NOT_OFFERED for a repeated request after the region ended such codes: the key is worth nothing any more. */
async function viewOf(deps: CoreDeps, { offlineKeyId, secret }: Answer): Promise<OfflineKey> {
  const key = await findOfflineKey(deps.db, offlineKeyId);
  const person = key === undefined ? undefined : await findPerson(deps.db, key.holder_id);
  if (key === undefined || person === undefined) throw new Error('a key that was given is not there');
  const rule = offlineRuleOf(deps, person);
  if (rule === undefined) throw new AppError('OFFLINE_CODE_NOT_OFFERED', { region: regionNameOf(deps, person.region_code) });
  const known = await findKnown(deps.db, deps, [key.shower_id]);
  return {
    offlineKeyId,
    person: cardOf(deps, person, known.markOf(key.shower_id, person.id)),
    own: key.holder_id === key.shower_id,
    handle: key.handle,
    secret: open(deps, Buffer.from(secret, 'base64')),
    stepSeconds: OFFLINE_STEP_SECONDS,
    givenAt: instant(key.given_at),
    ...rule.value,
    rule: ruleReference(rule),
  };
}
