import { AppError, type DeductionLeg } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findInstitutionNames } from '../store/institution.store';
import { noteLooks } from '../store/look.store';
import { findPersons } from '../store/person.store';
import { findLegsOf, findSettlement, type SettlementLegRow } from '../store/settlement.store';
import { findVoidedAt } from '../store/settlement-void.store';
import type { SettlementRow } from '../store/settlement-tables';
import type { SettlementShare, SettlementView } from '../views/code-view';
import { instant, instantOrNull } from '../views/instant';
import { legViews } from '../views/legs';

export interface AskSettlement {
  readonly personId: string;
  readonly settlementId: string;
}

/**
 * One settlement for whom it was settled and for each who paid of it: the former is told the whole of it, a payer no more than their own share, since what
 * care costs and who else pays is not theirs to see. SETTLEMENT_NOT_FOUND for everybody else.
 */
export async function readSettlement(deps: CoreDeps, { personId, settlementId }: AskSettlement): Promise<SettlementShare> {
  const settlement = await findSettlement(deps.db, settlementId);
  const legs = await findLegsOf(deps.db, [settlementId]);
  const seen = legsFor(personId, settlement, legs);
  if (settlement === undefined || seen === undefined) throw new AppError('SETTLEMENT_NOT_FOUND');
  const { holder_id: holderId } = settlement;
  await noteLooks(deps, [{ holderId, looker: { kind: 'person', id: personId }, what: 'settlement-share', subjectId: settlementId }]);
  const institution = (await findInstitutionNames(deps.db, [settlement.institution_id])).get(settlement.institution_id) ?? '';
  const whole = await settlementView(deps, settlement, { readerId: personId, legs: seen, institution });
  const { totalFen, fundFen, accountFen, cashFen, ...share } = whole;
  const own = holderId === personId;
  return { ...share, own, totals: own ? { totalFen, fundFen, accountFen, cashFen } : null };
}

interface Reading {
  readonly readerId: string;
  /** Those that the reader may see. */
  readonly legs: readonly SettlementLegRow[];
  readonly institution: string;
}

/** By the names that the reader knows people by. */
export async function settlementView(
  deps: CoreDeps,
  settlement: SettlementRow,
  { readerId, legs, institution }: Reading,
): Promise<SettlementView> {
  const people = await findPersons(deps.db, [settlement.holder_id, ...legs.map((leg) => leg.holder_id)]);
  const nameOf = await findNames(deps.db, deps, { readerId, people });
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
    legs: legViews(legs.map(legOf), nameOf),
  };
}

/** undefined: the settlement is not this person's to see. */
export function legsFor(personId: string, settlement: SettlementRow | undefined, legs: readonly SettlementLegRow[]) {
  if (settlement?.holder_id === personId) return legs;
  const own = legs.filter((leg) => leg.holder_id === personId);
  return own.length === 0 ? undefined : own;
}

const legOf = ({ holder_id: payerId, binding_id: bindingId, amount_fen: amountFen }: SettlementLegRow): DeductionLeg => ({
  payerId,
  own: bindingId === null,
  amountFen,
  pots: [],
  skip: null,
});
