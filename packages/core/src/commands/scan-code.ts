import { decided, decideScan, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findShowable } from '../facts/shown-code';
import type { Command, Outcome } from '../outcome';
import type { ScanCode } from '../requests';
import { lockBindings } from '../store/binding.store';
import { burnCode, findCodesByPayload, lockCodesByPayload } from '../store/code.store';
import { certificateNumberOf, findPerson, nameOf } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';
import type { ScannedCode } from '../views/code-view';

const TOKEN_MINUTES = 15;
const TOKEN_BYTES = 36;

/** Burns a shown code and gives the institution a token for one settlement. No key: a code works once, and an answer that got lost needs a fresh code. */
export const scanCode: Command<ScanCode, ScannedCode> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const payloads = requests.map((request) => request.payload);
    const shown = await findCodesByPayload(tx, payloads);
    await lockBindings(
      tx,
      [...shown.values()].flatMap((code) => (code.binding_id === null ? [] : [code.binding_id])),
    );
    await lockCodesByPayload(tx, payloads);
    const outcomes: Outcome<ScannedCode>[] = [];
    for (const request of requests) outcomes.push(await scan(tx, deps, request));
    return outcomes;
  });

async function scan(tx: Tx, deps: CoreDeps, { institutionId, payload }: ScanCode): Promise<Outcome<ScannedCode>> {
  const code = (await findCodesByPayload(tx, [payload])).get(payload);
  const facts = code === undefined ? null : { expiresAt: code.expires_at, spent: code.replaced_at !== null || code.scanned_at !== null };
  const decision = decideScan(facts, deps.now());
  if (!decision.ok) return decision;
  if (code === undefined) return refused('CODE_INVALID');
  const person = await findPerson(tx, code.holder_id);
  if (person === undefined || !(await findShowable(tx, deps, [code])).has(code.id)) return refused('CODE_INVALID');
  const ecToken = deps.randomBytes(TOKEN_BYTES).toString('base64url');
  const tokenExpiresAt = new Date(deps.now().getTime() + TOKEN_MINUTES * 60_000);
  await burnCode(tx, deps, { codeId: code.id, institutionId, token: ecToken, tokenExpiresAt });
  const actor = { kind: 'institution', id: institutionId } as const;
  await writeAudit(tx, deps, [{ holderId: person.id, actor, action: 'code-scanned', subjectId: code.id }]);
  return decided({
    ecToken,
    personId: person.id,
    name: nameOf(deps, person),
    certificateKind: person.certificate_kind,
    certificateNumber: certificateNumberOf(deps, person),
    regionCode: person.region_code,
    shownByRelative: code.binding_id !== null,
  });
}
