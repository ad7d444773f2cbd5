import { addFen, type DeletionFacts, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findNames } from './known';
import { findBindingsOfPerson } from '../store/binding.store';
import { isSettling } from '../store/code.store';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findPersons } from '../store/person.store';
import { findUnderWay } from '../store/premium.store';
import type { Reader } from '../store/transaction';

/** What stands between a person and the deletion of their account. */
export async function findDeletionFacts(reader: Reader, deps: CoreDeps, personId: string): Promise<DeletionFacts> {
  const bindings = (await findBindingsOfPerson(reader, personId)).filter(({ state }) => state !== 'ended');
  const payments = await findUnderWay(reader, personId);
  const otherOf = ({ ownerId, relativeId }: (typeof bindings)[number]): string => (ownerId === personId ? relativeId : ownerId);
  const people = await findPersons(reader, [...bindings.map(otherOf), ...payments.map((payment) => payment.person_id)]);
  const nameOf = await findNames(reader, deps, { readerId: personId, people });
  const pots = potsOf(await findAccounts(reader, [personId]), personId);
  return {
    bindings: bindings.map((binding) => ({ bindingId: binding.id, other: nameOf(otherOf(binding)) })),
    frozenFen: addFen(ZERO, ...pots.map(({ frozenFen }) => frozenFen)),
    openPayments: payments.map(({ id, person_id: person }) => ({ paymentId: id, person: nameOf(person) })),
    settling: await isSettling(reader, personId, deps.now()),
  };
}
