import { decided, decideScan, offlineHandle, refused } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findShowable } from '../facts/shown-code';
import type { Command, Outcome } from '../outcome';
import { gather } from '../request-lists/gather';
import type { ScanCode } from '../requests';
import { lockBindings } from '../store/binding.store';
import { burnCodes, findCodesByPayload, lockCodesByPayload, type Scan } from '../store/code.store';
import { findOfflineKeysByHandle, lockOfflineKeysOf } from '../store/device.store';
import { certificateNumberOf, findPersons, nameOf } from '../store/person.store';
import { noteLooksIn } from '../store/look.store';
import { type AuditLine, writeAudit } from '../store/record.store';
import type { InsuranceCodeRow, PersonRow } from '../store/tables';
import { inTransaction, type Tx } from '../store/transaction';
import type { ScannedCode } from '../views/code-view';
import { type AskBurn, type Burnt, burnOffline } from './scan-offline-code';

const TOKEN_MINUTES = 15;
const TOKEN_BYTES = 36;

const scanList: Command<ScanCode, ScannedCode> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const group = await openGroup(tx, deps, requests);
    const outcomes: Outcome<ScannedCode>[] = [];
    for (const request of requests) outcomes.push(await scan(tx, deps, { request, group }));
    await write(tx, deps, group);
    return outcomes;
  });

/**
 * Burns a shown code and gives the institution a token for one settlement. No key: a code works once, and an answer that got lost needs a fresh code.
 * CODE_INVALID whatever is wrong. Requests that come at once are one list.
 */
export const scanCode: Command<ScanCode, ScannedCode> = gather(scanList);

interface Group {
  readonly codes: ReadonlyMap<string, InsuranceCodeRow>;
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly showable: ReadonlySet<string>;
  /** Shown codes that this list has burnt. */
  readonly scans: Map<string, Scan>;
  readonly audit: AuditLine[];
}

/** Bindings, keys of those who show without network, codes; then what is looked at. */
async function openGroup(tx: Tx, deps: CoreDeps, requests: readonly ScanCode[]): Promise<Group> {
  const payloads = requests.map((request) => request.payload);
  await lockAll(tx, payloads);
  const codes = await findCodesByPayload(tx, payloads);
  const rows = [...codes.values()];
  const [people, showable] = await Promise.all([
    findPersons(
      tx,
      rows.map((code) => code.holder_id),
    ),
    findShowable(tx, deps, rows),
  ]);
  return { codes, people, showable, scans: new Map(), audit: [] };
}

async function lockAll(tx: Tx, payloads: readonly string[]): Promise<void> {
  const shown = [...(await findCodesByPayload(tx, payloads)).values()];
  const handles = payloads.flatMap((payload) => offlineHandle(payload) ?? []);
  const keys = handles.length === 0 ? [] : [...(await findOfflineKeysByHandle(tx, handles)).values()];
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

interface AskScan {
  readonly request: ScanCode;
  readonly group: Group;
}

async function scan(tx: Tx, deps: CoreDeps, { request: { institutionId, payload }, group }: AskScan): Promise<Outcome<ScannedCode>> {
  const ecToken = deps.randomBytes(TOKEN_BYTES).toString('base64url');
  const tokenExpiresAt = new Date(deps.now().getTime() + TOKEN_MINUTES * 60_000);
  const how = { payload, scan: { institutionId, token: ecToken, tokenExpiresAt } };
  const burnt = offlineHandle(payload) === undefined ? burnShown(deps, group, how) : await burnOffline(tx, deps, how);
  if (!burnt.ok) return burnt;
  const { codeId, person, shownByRelative } = burnt.value;
  group.audit.push({ holderId: person.id, actor: { kind: 'institution', id: institutionId }, action: 'code-scanned', subjectId: codeId });
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

function burnShown(deps: CoreDeps, { codes, people, showable, scans }: Group, { payload, scan: how }: AskBurn): Outcome<Burnt> {
  const code = codes.get(payload);
  const spent = code !== undefined && (code.replaced_at !== null || code.scanned_at !== null || scans.has(code.id));
  const decision = decideScan(code === undefined ? null : { expiresAt: code.expires_at, spent }, deps.now());
  if (!decision.ok) return decision;
  const person = people.get(code?.holder_id ?? '');
  if (code === undefined || person === undefined || !showable.has(code.id)) return refused('CODE_INVALID');
  scans.set(code.id, { ...how, codeId: code.id });
  return decided({ codeId: code.id, person, shownByRelative: code.binding_id !== null });
}

async function write(tx: Tx, deps: CoreDeps, { scans, audit }: Group): Promise<void> {
  await Promise.all([
    burnCodes(tx, deps, [...scans.values()]),
    noteLooksIn(
      tx,
      deps,
      audit.flatMap(({ holderId, actor, subjectId }) =>
        actor.kind === 'institution' ? [{ holderId, looker: actor, what: 'scanned', subjectId }] : [],
      ),
    ),
    writeAudit(tx, deps, audit),
  ]);
}
