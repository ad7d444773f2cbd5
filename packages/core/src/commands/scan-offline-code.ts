import { decided, OFFLINE_STEP_SECONDS, offlineHandle, offlineStepOf, refused, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { offlineRuleOf } from '../facts/offline-rule';
import { findShowable } from '../facts/shown-code';
import type { Outcome } from '../outcome';
import { type Scan } from '../store/code.store';
import { isStepBurnt, issueScanned } from '../store/issued-code.store';
import { countOfflineScans, findOfflineKeysByHandle } from '../store/device.store';
import { findPerson } from '../store/person.store';
import { isToldSince, tell } from '../store/record.store';
import { open } from '../store/sealing';
import type { OfflineKeyRow } from '../store/device-tables';
import type { PersonRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { OFFLINE_DAY_USED, offlineDayUsedNotice } from '../texts/offline-notices';

const STEP_MS = OFFLINE_STEP_SECONDS * 1000;

export interface Burnt {
  readonly codeId: string;
  readonly person: PersonRow;
  readonly shownByRelative: boolean;
}

/**
 * Takes a code that a phone worked out by itself, under the lock of the person's keys: of the step before, now or after, once, while the key and what it
 * rests on stand, and so often a day. Whatever is wrong is CODE_INVALID; only whoever shows is told that the day's number is used up.
 */
export async function burnOffline(tx: Tx, deps: CoreDeps, { payload, scan }: AskBurn): Promise<Outcome<Burnt>> {
  const handle = offlineHandle(payload) ?? '';
  const key = (await findOfflineKeysByHandle(tx, [handle])).get(handle);
  if (key === undefined || key.revoked_at !== null) return refused('CODE_INVALID');
  const secret = Buffer.from(open(deps, key.secret_sealed), 'base64url');
  const step = offlineStepOf({ handle, secret }, payload, deps.now().getTime());
  if (step === undefined || (await isStepBurnt(tx, key.id, step))) return refused('CODE_INVALID');
  const person = await findPerson(tx, key.holder_id);
  if (person === undefined || !(await findShowable(tx, deps, [key])).has(key.id)) return refused('CODE_INVALID');
  if (!(await isWithinDay(tx, deps, { key, person }))) return refused('CODE_INVALID');
  const codeId = await issueScanned(tx, deps, { scan, code: codeOf(deps, { key, step, payload }) });
  return decided({ codeId, person, shownByRelative: key.binding_id !== null });
}

export interface AskBurn {
  readonly payload: string;
  readonly scan: Omit<Scan, 'codeId'>;
}

async function isWithinDay(tx: Tx, deps: CoreDeps, { key, person }: { readonly key: OfflineKeyRow; readonly person: PersonRow }) {
  const rule = offlineRuleOf(deps, person);
  if (rule === undefined) return false;
  const today = shanghaiDate(deps.now());
  if ((await countOfflineScans(tx, person.id, today)) < rule.value.mostPerDay) return true;
  const notice = offlineDayUsedNotice({ holderId: key.shower_id, subjectId: key.id, most: rule.value.mostPerDay });
  if (!(await isToldSince(tx, { holderId: key.shower_id, topic: OFFLINE_DAY_USED, day: today }))) await tell(tx, deps, [notice]);
  return false;
}

/** Shown in the step it was made for; a phone whose clock is ahead showed it now. */
const codeOf = (
  deps: CoreDeps,
  { key, step, payload }: { readonly key: OfflineKeyRow; readonly step: number; readonly payload: string },
) => ({
  personId: key.holder_id,
  showerId: key.shower_id,
  bindingId: key.binding_id,
  deviceId: key.device_id,
  payload,
  issuedAt: new Date(Math.min(step * STEP_MS, deps.now().getTime())),
  expiresAt: new Date((step + 1) * STEP_MS),
  offlineKeyId: key.id,
  offlineStep: step,
});
