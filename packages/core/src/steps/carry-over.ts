import { type Fen, isOfEarlierYear, shanghaiDate, yearOf } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { findOpenings, findRun, switchRun } from '../store/account-run.store';
import type { Movement, PersonalAccount } from '../store/booking';
import { accountIdOf } from '../store/ledger.store';
import type { TransferRow } from '../store/tables';
import type { Tx } from '../store/transaction';

interface Released {
  /** Locked. */
  readonly accounts: readonly PersonalAccount[];
  readonly holds: readonly Pick<TransferRow, 'id' | 'holder_id' | 'from_account_id' | 'amount' | 'at'>[];
}

/** What a release or a refund gives back to the current year's pot although it was held in an earlier year goes on to the carried-over pot, in the same transaction. */
export async function carryOverReleased(tx: Tx, deps: CoreDeps, { accounts, holds }: Released): Promise<readonly Movement[]> {
  const current = new Set(accounts.filter((account) => account.pot === 'currentYear').map((account) => account.id));
  const ofCurrent = holds.filter((hold) => current.has(hold.from_account_id));
  if (ofCurrent.length === 0) return [];
  const now = deps.now();
  const run = await findRun(tx, switchRun(yearOf(shanghaiDate(now))));
  const openings = await findOpenings(
    tx,
    ofCurrent.map((hold) => hold.from_account_id),
  );
  const old = ofCurrent.filter(({ at, from_account_id }) => {
    const accountOpenedAt = openings.get(from_account_id) ?? now;
    return isOfEarlierYear({ heldAt: at, accountOpenedAt, switchedAt: run?.finished_at ?? null, now });
  });
  return old.map(({ id, holder_id: holderId, amount: amountFen }) =>
    carryOver({ holderId, requestId: `year-switch/${id}`, amountFen, idOf: (pot) => accountIdOf(accounts, holderId, pot) }),
  );
}

interface CarryOver {
  readonly holderId: string;
  readonly requestId: string;
  readonly amountFen: Fen;
  readonly idOf: (pot: 'currentYear' | 'carriedOver') => string;
}

/** From one pot of a person to the other. */
export const carryOver = ({ holderId, requestId, amountFen, idOf }: CarryOver): Movement => ({
  kind: 'posted',
  requestId,
  holderId,
  fromAccountId: idOf('currentYear'),
  toAccountId: idOf('carriedOver'),
  amountFen,
  reason: 'year-switch',
  subjectId: holderId,
  forPersonId: null,
});
