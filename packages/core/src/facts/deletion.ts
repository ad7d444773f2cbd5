import { addFen, type DeletionFacts, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findKnown } from './known';
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
  const others = bindings.map(({ ownerId, relativeId }) => (ownerId === personId ? relativeId : ownerId));
  const people = await findPersons(reader, [...others, ...payments.map((payment) => payment.person_id)]);
  const known = await findKnown(reader, deps, [personId]);
  const nameOf = (id: string | undefined): string => known.nameFor(personId, people.get(id ?? ''));
  const pots = potsOf(await findAccounts(reader, [personId]), personId);
  return {
    bindings: bindings.map(({ id }, index) => ({ bindingId: id, other: nameOf(others[index]) })),
    frozenFen: addFen(ZERO, ...pots.map(({ frozenFen }) => frozenFen)),
    openPayments: payments.map(({ id, person_id: person }) => ({ paymentId: id, person: nameOf(person) })),
    settling: await isSettling(reader, personId, deps.now()),
  };
}
