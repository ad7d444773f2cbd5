import { AppError, CODE_GRACE_SECONDS } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findShowable } from '../facts/shown-code';
import { findBinding } from '../store/binding.store';
import { findCode } from '../store/code.store';
import { findInstitutionNames } from '../store/institution.store';
import { noteLooks } from '../store/look.store';
import { findSettlementOfCode } from '../store/settlement.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { CodeEvents, SettlementView } from '../views/code-view';
import { instantOrNull } from '../views/instant';
import { legsFor, settlementView } from './settlement.query';

/** What became of a code; for who showed it and whose it is, not-found for everybody else. */
export async function readCodeEvents(
  deps: CoreDeps,
  { personId, codeId }: { readonly personId: string; readonly codeId: string },
): Promise<CodeEvents> {
  const code = await findCode(deps.db, codeId);
  if (code === undefined || (code.shower_id !== personId && code.holder_id !== personId)) throw new AppError('CODE_NOT_ALLOWED');
  // Before the scan there is nothing to see but what the shower themself has shown.
  if (code.scanned_at !== null)
    await noteLooks(deps, [{ holderId: code.holder_id, looker: { kind: 'person', id: personId }, what: 'code-result', subjectId: codeId }]);
  const institutions = await findInstitutionNames(deps.db, [code.institution_id]);
  const institution = code.institution_id === null ? null : (institutions.get(code.institution_id) ?? null);
  return {
    codeId,
    state: await stateOf(deps, code),
    scannedAt: instantOrNull(code.scanned_at),
    institution,
    settlement: code.settled_at === null ? null : await settlementOf(deps, code, { readerId: personId, institution: institution ?? '' }),
  };
}

async function stateOf(deps: CoreDeps, code: InsuranceCodeRow): Promise<CodeEvents['state']> {
  if (code.settled_at !== null) return 'settled';
  if (code.scanned_at !== null) return 'scanned';
  if (code.binding_id !== null && !(await findShowable(deps.db, deps, [code])).has(code.id)) return 'ended';
  const over = deps.now().getTime() > code.expires_at.getTime() + CODE_GRACE_SECONDS * 1000;
  return over || code.replaced_at !== null ? 'expired' : 'shown';
}

/** Whoever showed the code hears at the counter what it came to and their own share of it; after they are unbound nothing of it is theirs to see. */
async function settlementOf(
  deps: CoreDeps,
  code: InsuranceCodeRow,
  reading: { readonly readerId: string; readonly institution: string },
): Promise<SettlementView | null> {
  const { readerId } = reading;
  if (readerId !== code.holder_id && code.binding_id !== null && (await findBinding(deps.db, code.binding_id))?.state === 'ended')
    return null;
  const found = await findSettlementOfCode(deps.db, code.id);
  if (found === undefined) return null;
  return settlementView(deps, found.settlement, { ...reading, legs: legsFor(readerId, found.settlement, found.legs) ?? [] });
}
