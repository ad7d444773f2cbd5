import { monthCapLeft, shanghaiDate, sharedLeft, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown, type Known } from '../facts/known';
import { sharedLimitIn } from '../facts/shared-limit';
import { findBindings } from '../store/binding.store';
import { findPersons, isHere } from '../store/person.store';
import { type Notice, tell } from '../store/record.store';
import { findStoredLimits } from '../store/shared-limit.store';
import { findSpentInMonth } from '../store/spending.store';
import type { PersonRow, PremiumPaymentRow } from '../store/tables';
import type { Tx } from '../store/transaction';
import { coverNotice, type PremiumAction, premiumNotice } from '../texts/notices';
import type { JustHeld } from './apply-at-tax-office';

export interface PremiumNews {
  readonly payment: PremiumPaymentRow;
  readonly action: PremiumAction;
  /** Missing: who they are and what is left is looked up. */
  readonly held?: JustHeld | undefined;
}

/** Who was told, and as whom they know each other. */
export interface Told {
  readonly people: ReadonlyMap<string, PersonRow>;
  readonly known: Known;
}

/** The payer with what is left of every limit; whose cover it is without a word of the payer's money. */
export async function tellPremiums(tx: Tx, deps: CoreDeps, news: readonly PremiumNews[]): Promise<Told | undefined> {
  if (news.length === 0) return undefined;
  const sides = news.flatMap(({ payment }) => [payment.holder_id, payment.person_id]);
  const unknown = news.flatMap(({ payment, held }) => (held === undefined ? [payment] : []));
  const [known, found, leftOf] = await Promise.all([
    findKnown(tx, deps, sides),
    findPersons(
      tx,
      unknown.flatMap((payment) => [payment.holder_id, payment.person_id]),
    ),
    openLimits(tx, deps, unknown),
  ]);
  const people = new Map([...found, ...news.flatMap(({ held }) => (held === undefined ? [] : [idAnd(held.payer), idAnd(held.person)]))]);
  const notices = news.flatMap(({ payment, action, held }): readonly Notice[] => {
    const { holder_id: holderId, person_id: personId, id: subjectId, amount_fen: amountFen, year } = payment;
    const [payer, person] = [people.get(holderId), people.get(personId)];
    const told = { subjectId, action, year };
    const left = held?.left ?? leftOf(payment, payer?.region_code);
    return [
      premiumNotice({ ...told, holderId, amountFen, forName: known.nameFor(holderId, person), left }),
      coverNotice({ ...told, personId, payerName: known.nameFor(personId, payer) }),
    ];
  });
  await tell(
    tx,
    deps,
    notices.filter(({ holderId }) => isHere(people.get(holderId))),
  );
  return { people, known };
}

const idAnd = (person: PersonRow) => [person.id, person] as const;

/** What each payment has left of its payer's limits. */
async function openLimits(tx: Tx, deps: CoreDeps, payments: readonly PremiumPaymentRow[]) {
  const bindingIds = payments.map((payment) => payment.binding_id);
  const today = shanghaiDate(deps.now());
  const [bindings, spent, limits] = await Promise.all([
    findBindings(tx, bindingIds),
    findSpentInMonth(tx, bindingIds, today),
    findStoredLimits(
      tx,
      payments.map((payment) => payment.holder_id),
    ),
  ]);
  return ({ binding_id, holder_id }: PremiumPaymentRow, regionCode: string | undefined) => {
    const binding = bindings.get(binding_id);
    const policy = regionCode === undefined ? undefined : deps.policies.policyFor(regionCode, today);
    return {
      capFen: binding === undefined ? null : monthCapLeft(binding, spent.get(binding.id) ?? ZERO),
      sharedFen: policy === undefined ? null : sharedLeft(sharedLimitIn(policy, limits.get(holder_id))),
    };
  };
}
