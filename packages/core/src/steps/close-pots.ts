import type { Fen, Pot } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import type { Movement } from '../store/booking';
import { OPENING_ACCOUNT, openClearingAccount } from '../store/ledger.store';
import type { Tx } from '../store/transaction';

interface PotToClose {
  readonly holderId: string;
  readonly accountId: string;
  readonly pot: Pot;
  readonly amountFen: Fen;
  /** Why it closes: the person who leaves, or what came back after they had left. */
  readonly subjectId: string;
}

/**
 * The books of somebody who has left stand at zero: what is there goes back to where the register had brought it from, so that whoever is enrolled again
 * begins with what the register says, and no fen is there twice.
 */
export async function closePots(tx: Tx, deps: CoreDeps, pots: readonly PotToClose[]): Promise<readonly Movement[]> {
  if (pots.length === 0) return [];
  const toAccountId = await openClearingAccount(tx, deps, OPENING_ACCOUNT);
  return pots.map(({ holderId, accountId, pot, amountFen, subjectId }) => ({
    kind: 'posted',
    requestId: `closing/${pot}`,
    holderId,
    fromAccountId: accountId,
    toAccountId,
    amountFen,
    reason: 'opening',
    subjectId,
    forPersonId: null,
  }));
}
