import { decideShow, shanghaiDate } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findBinding } from '../store/binding.store';
import { factsOf, findPerson } from '../store/person.store';
import type { InsuranceCodeRow } from '../store/tables';
import type { Reader } from '../store/transaction';

/** Since a code was shown the grant may have ended, or the insurance. */
export async function mayStillBeShown(reader: Reader, deps: CoreDeps, code: InsuranceCodeRow): Promise<boolean> {
  const person = await findPerson(reader, code.holder_id);
  const binding = code.binding_id === null ? null : ((await findBinding(reader, code.binding_id)) ?? null);
  const today = shanghaiDate(deps.now());
  return person !== undefined && decideShow({ showerId: code.shower_id, person: factsOf(person), binding, today }).ok;
}
