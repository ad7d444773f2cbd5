import { AppError, CODE_GRACE_SECONDS, type DeductionLeg } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from '../facts/known';
import { findCode } from '../store/code.store';
import { findInstitutionNames } from '../store/institution.store';
import { noteLooks } from '../store/look.store';
import { findPersons } from '../store/person.store';
import { findSettlementOfCode } from '../store/settlement.store';
import { findVoidedAt } from '../store/settlement-void.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { CodeEvents, SettlementView } from '../views/code-view';
import { instant, instantOrNull } from '../views/instant';
import { legViews } from '../views/legs';

/** What became of a code; for who showed it and whose it is, not-found for everybody else. */
export async function readCodeEvents(
  deps: CoreDeps,
  { personId, codeId }: { readonly personId: string; readonly codeId: string },
): Promise<CodeEvents> {
  const code = await findCode(deps.db, codeId);
  if (code === undefined || (code.shower_id !== personId && code.holder_id !== personId)) throw new AppError('CODE_NOT_ALLOWED');
  // Before the scan there is nothing to see that the shower did not show.
  if (code.scanned_at !== null)
    await noteLooks(deps, [{ holderId: code.holder_id, looker: { kind: 'person', id: personId }, what: 'code-result', subjectId: codeId }]);
  const institutions = await findInstitutionNames(deps.db, [code.institution_id]);
  const institution = code.institution_id === null ? null : (institutions.get(code.institution_id) ?? null);
  return {
    codeId,
    state: stateOf(deps, code),
    scannedAt: instantOrNull(code.scanned_at),
    institution,
    settlement: code.settled_at === null ? null : await settlementOf(deps, code, { readerId: personId, institution: institution ?? '' }),
  };
}

function stateOf(deps: CoreDeps, code: InsuranceCodeRow): CodeEvents['state'] {
  if (code.settled_at !== null) return 'settled';
  if (code.scanned_at !== null) return 'scanned';
  const over = deps.now().getTime() > code.expires_at.getTime() + CODE_GRACE_SECONDS * 1000;
  return over || code.replaced_at !== null ? 'expired' : 'shown';
}

interface Reading {
  readonly readerId: string;
  readonly institution: string;
}

async function settlementOf(deps: CoreDeps, code: InsuranceCodeRow, { readerId, institution }: Reading): Promise<SettlementView | null> {
  const found = await findSettlementOfCode(deps.db, code.id);
  if (found === undefined) return null;
  const { settlement } = found;
  const people = await findPersons(deps.db, [settlement.holder_id, ...found.legs.map((leg) => leg.holder_id)]);
  const known = await findKnown(deps.db, deps, [readerId]);
  const nameOf = (id: string): string => known.nameFor(readerId, people.get(id));
  const legs = found.legs.map(
    (leg): DeductionLeg => ({
      payerId: leg.holder_id,
      own: leg.binding_id === null,
      amountFen: leg.amount_fen,
      pots: [],
      skip: null,
    }),
  );
  return {
    settlementId: settlement.id,
    number: settlement.number,
    at: instant(settlement.at),
    voidedAt: instantOrNull((await findVoidedAt(deps.db, [settlement.id])).get(settlement.id) ?? null),
    institution,
    person: nameOf(settlement.holder_id),
    totalFen: settlement.total_fen,
    fundFen: settlement.fund_fen,
    accountFen: settlement.account_fen,
    cashFen: settlement.cash_fen,
    legs: legViews(legs, nameOf),
  };
}
