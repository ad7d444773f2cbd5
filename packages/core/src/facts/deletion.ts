import { addFen, decideUnbind, type DeletionFacts, shanghaiDate, type StandingBinding, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from './known';
import { ownerPolicyOf } from './owner-policy';
import { isVoidable } from './voiding';
import { findBindingsOfPerson, type StoredBinding } from '../store/binding.store';
import { isSettling } from '../store/code.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findPersons } from '../store/person.store';
import { findUnderWay } from '../store/premium.store';
import type { PersonRow } from '../store/tables';
import type { Reader } from '../store/transaction';

/** What stands between a person and the deletion of their account. */
export async function findDeletionFacts(reader: Reader, deps: CoreDeps, personId: string): Promise<DeletionFacts> {
  const bindings = (await findBindingsOfPerson(reader, personId)).filter(({ state }) => state !== 'ended');
  const payments = await findUnderWay(reader, personId);
  const otherOf = ({ ownerId, relativeId }: (typeof bindings)[number]): string => (ownerId === personId ? relativeId : ownerId);
  const people = await findPersons(reader, [
    ...bindings.flatMap(({ ownerId, relativeId }) => [ownerId, relativeId]),
    ...payments.map((payment) => payment.person_id),
  ]);
  const nameOf = await findNames(reader, deps, { readerId: personId, people });
  const pots = potsOf(await findAccounts(reader, [personId]), personId);
  return {
    bindings: bindings.map((binding) => ({
      bindingId: binding.id,
      other: nameOf(otherOf(binding)),
      refusal: refusalOf(deps, binding, { actorId: personId, owner: people.get(binding.ownerId) }),
    })),
    frozenFen: addFen(ZERO, ...pots.map(({ frozenFen }) => frozenFen)),
    openPayments: payments.map((payment) => ({
      paymentId: payment.id,
      person: nameOf(payment.person_id),
      voidable: isVoidable(deps, payment),
    })),
    settling: await isSettling(reader, personId, deps.now()),
  };
}

/** Of a premium that holds it up, its own block tells. */
function refusalOf(
  deps: CoreDeps,
  binding: StoredBinding,
  { actorId, owner }: { readonly actorId: string; readonly owner: PersonRow | undefined },
): StandingBinding['refusal'] {
  const ownerPolicy = ownerPolicyOf(deps, binding, owner);
  if (ownerPolicy === undefined) return null;
  const decision = decideUnbind({ binding, actorId, kind: null, openPaymentCount: 0, ownerPolicy, today: shanghaiDate(deps.now()) });
  return decision.ok ? null : decision;
}
