import { decided, decideScan, offlineHandle, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findShowable } from '../facts/shown-code';
import type { Command, Outcome } from '../outcome';
import type { ScanCode } from '../requests';
import { lockBindings } from '../store/binding.store';
import { burnCode, findCodesByPayload, lockCodesByPayload } from '../store/code.store';
import { findOfflineKeysByHandle, lockOfflineKeysOf } from '../store/device.store';
import { certificateNumberOf, findPerson, nameOf } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';
import type { ScannedCode } from '../views/code-view';
import { type AskBurn, type Burnt, burnOffline } from './scan-offline-code';

const TOKEN_MINUTES = 15;
const TOKEN_BYTES = 36;

/** Burns a shown code and gives the institution a token for one settlement. No key: a code works once, and an answer that got lost needs a fresh code. */
export const scanCode: Command<ScanCode, ScannedCode> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    await lockAll(
      tx,
      requests.map((request) => request.payload),
    );
    const outcomes: Outcome<ScannedCode>[] = [];
    for (const request of requests) outcomes.push(await scan(tx, deps, request));
    return outcomes;
  });

/** What is shown, the bindings it rests on, and the keys of those who show without network. */
async function lockAll(tx: Tx, payloads: readonly string[]): Promise<void> {
  const shown = [...(await findCodesByPayload(tx, payloads)).values()];
  const keys = [
    ...(
      await findOfflineKeysByHandle(
        tx,
        payloads.flatMap((payload) => offlineHandle(payload) ?? []),
      )
    ).values(),
  ];
  await lockBindings(
    tx,
    [...shown, ...keys].flatMap(({ binding_id: id }) => (id === null ? [] : [id])),
  );
  await lockOfflineKeysOf(
    tx,
    keys.map((key) => key.holder_id),
  );
  await lockCodesByPayload(tx, payloads);
}

async function scan(tx: Tx, deps: CoreDeps, { institutionId, payload }: ScanCode): Promise<Outcome<ScannedCode>> {
  const ecToken = deps.randomBytes(TOKEN_BYTES).toString('base64url');
  const tokenExpiresAt = new Date(deps.now().getTime() + TOKEN_MINUTES * 60_000);
  const how = { payload, scan: { institutionId, token: ecToken, tokenExpiresAt } };
  const burnt = offlineHandle(payload) === undefined ? await burnShown(tx, deps, how) : await burnOffline(tx, deps, how);
  if (!burnt.ok) return burnt;
  const { codeId, person, shownByRelative } = burnt.value;
  const actor = { kind: 'institution', id: institutionId } as const;
  await writeAudit(tx, deps, [{ holderId: person.id, actor, action: 'code-scanned', subjectId: codeId }]);
  return decided({
    ecToken,
    personId: person.id,
    name: nameOf(deps, person),
    certificateKind: person.certificate_kind,
    certificateNumber: certificateNumberOf(deps, person),
    regionCode: person.region_code,
    shownByRelative,
  });
}

async function burnShown(tx: Tx, deps: CoreDeps, { payload, scan: how }: AskBurn): Promise<Outcome<Burnt>> {
  const code = (await findCodesByPayload(tx, [payload])).get(payload);
  const facts = code === undefined ? null : { expiresAt: code.expires_at, spent: code.replaced_at !== null || code.scanned_at !== null };
  const decision = decideScan(facts, deps.now());
  if (!decision.ok) return decision;
  if (code === undefined) return refused('CODE_INVALID');
  const person = await findPerson(tx, code.holder_id);
  if (person === undefined || !(await findShowable(tx, deps, [code])).has(code.id)) return refused('CODE_INVALID');
  await burnCode(tx, deps, { ...how, codeId: code.id });
  return decided({ codeId: code.id, person, shownByRelative: code.binding_id !== null });
}
