import { decideShow, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBindings } from '../store/binding.store';
import { factsOf, findPersons } from '../store/person.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { Reader } from '../store/transaction';

/** A code, or a key that makes codes. */
type Showing = Pick<InsuranceCodeRow, 'id' | 'holder_id' | 'shower_id' | 'binding_id'>;

/** The ids of those codes that might be shown now as well: since they were, the grant may have ended, or the insurance. */
export async function findShowable(reader: Reader, deps: CoreDeps, codes: readonly Showing[]): Promise<ReadonlySet<string>> {
  const [people, bindings] = await Promise.all([
    findPersons(
      reader,
      codes.map((code) => code.holder_id),
    ),
    findBindings(
      reader,
      codes.flatMap(({ binding_id: id }) => (id === null ? [] : [id])),
    ),
  ]);
  const today = shanghaiDate(deps.now());
  const showable = codes.filter((code) => {
    const person = people.get(code.holder_id);
    const binding = bindings.get(code.binding_id ?? '') ?? null;
    return person !== undefined && decideShow({ showerId: code.shower_id, person: factsOf(person), binding, today }).ok;
  });
  return new Set(showable.map((code) => code.id));
}
