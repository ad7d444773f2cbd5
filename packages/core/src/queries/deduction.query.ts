import { AppError, deduct, type Fen, type FundUse, type Payer, whyNoMore } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from '../facts/known';
import { findPayers, type PayersFound } from '../facts/payers';
import { findStandingBinding } from '../store/binding.store';
import { noteLooks } from '../store/look.store';
import type { DeductionPreview } from '../views/account-view';
import { legViews } from '../views/legs';
import { ruleReference } from '../views/rule-reference';

export interface AskPreview {
  readonly actorId: string;
  readonly personId: string;
  readonly amountFen: Fen;
  readonly use: FundUse;
}

/**
 * 现在付这笔钱会扣谁: the code of the real deduction, without taking anything. For oneself: all payers. For a relative: only one's own account,
 * because how much the relative or other sponsors have is not one's to see.
 */
export async function previewDeduction(deps: CoreDeps, { actorId, personId, amountFen, use }: AskPreview): Promise<DeductionPreview> {
  const own = actorId === personId;
  if (!own && (await findStandingBinding(deps.db, actorId, personId)) === undefined) throw new AppError('BINDING_NOT_FOUND');
  const accepts = (binding: { readonly ownerId: string }) => own || binding.ownerId === actorId;
  const found = await findPayers(deps.db, deps, { personId, use, accountUse: 'own-and-shared', institutionId: null, accepts });
  if (!found.ok) throw AppError.of(found);
  const payers = visible(found.value, own);
  const deduction = deduct(amountFen, payers, found.value.mostSponsors);
  const limits = whyNoMore(amountFen, payers, deduction);
  const order = found.value.policy.rule('deductionOrder');
  const looker = { kind: 'person', id: actorId } as const;
  await noteLooks(
    deps,
    deduction.legs.map(({ payerId }) => ({ holderId: payerId, looker, what: 'deduction', subjectId: personId })),
  );
  const nameOf = await findNames(deps.db, deps, { readerId: actorId, people: found.value.people });
  return {
    legs: legViews(deduction.legs, nameOf).map((leg, index) => ({
      ...leg,
      pots: leg.payerId === actorId ? [...(deduction.legs[index]?.pots ?? [])] : [],
      limitText: limits[index] ?? null,
    })),
    coveredFen: deduction.coveredFen,
    cashFen: deduction.cashFen,
    orderRule: order === undefined ? null : ruleReference(order),
  };
}

const visible = ({ payers }: PayersFound, own: boolean): readonly Payer[] => (own ? payers : payers.filter((payer) => !payer.own));
