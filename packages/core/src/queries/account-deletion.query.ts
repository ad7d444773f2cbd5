import { addFen, AppError, DELETION_EFFECTS, DELETION_WORDS, deletionBlocks, ZERO } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findDeletionFacts } from '../facts/deletion';
import { findAccounts, potsOf } from '../store/ledger.store';
import { findPerson, isHere } from '../store/person.store';
import type { AccountDeletion } from '../views/privacy-view';

/** The decision of the real deletion without doing it: what is in the way, what goes, what stays, why and until when. */
export async function previewAccountDeletion(deps: CoreDeps, personId: string): Promise<AccountDeletion> {
  const person = await findPerson(deps.db, personId);
  if (!isHere(person)) throw new AppError('PERSON_NOT_ENROLLED');
  const blocks = deletionBlocks(await findDeletionFacts(deps.db, deps, personId));
  const pots = potsOf(await findAccounts(deps.db, [personId]), personId);
  return {
    allowed: blocks.length === 0,
    blocks: [...blocks],
    balanceFen: addFen(ZERO, ...pots.map(({ balanceFen }) => balanceFen)),
    deletes: [...DELETION_EFFECTS.deletes],
    keeps: [...DELETION_EFFECTS.keeps],
    words: DELETION_WORDS,
  };
}
