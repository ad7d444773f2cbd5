import { decided, type Fen, type Pot } from '@gongji/domain';
import type { Command } from '../outcome';
import type { EnrolPerson } from '../requests';
import type { CoreDeps } from '../deps';
import { lockBindingsOfPersons } from '../store/binding.store';
import { markToCheck } from '../store/due-binding.store';
import {
  accountIdOf,
  lockAccounts,
  type Movement,
  move,
  OPENING_ACCOUNT,
  openClearingAccount,
  openPersonalAccounts,
} from '../store/ledger.store';
import { type SavedPerson, savePerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';

/** Takes over people from the insurance register, with the balances their accounts open with. Enrolling somebody again brings the facts up to date and moves no money. */
export const enrolPeople: Command<EnrolPerson, { readonly personId: string }> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const opening = await openClearingAccount(tx, deps, OPENING_ACCOUNT);
    const saved: SavedPerson[] = [];
    for (const request of requests) saved.push(await savePerson(tx, deps, request));
    const moved = saved.filter(({ hasMoved }) => hasMoved).map(({ personId }) => personId);
    await markToCheck(tx, await lockBindingsOfPersons(tx, moved));
    for (const [index, { personId }] of saved.entries())
      await openAccounts(tx, deps, { personId, account: requests[index]?.account ?? null, opening });
    return saved.map(({ personId }) => decided({ personId }));
  });

interface Opening {
  readonly personId: string;
  readonly account: EnrolPerson['account'];
  readonly opening: string;
}

async function openAccounts(tx: Tx, deps: CoreDeps, { personId, account, opening }: Opening): Promise<void> {
  if (account === null) return;
  await openPersonalAccounts(tx, deps, personId);
  const accounts = await lockAccounts(tx, [personId]);
  // A first movement exists already: the account is open, and its money is the ledger's business.
  if (accounts.some((each) => each.version > 0)) return;
  const amounts: readonly (readonly [Pot, Fen])[] = [
    ['currentYear', account.currentYearFen],
    ['carriedOver', account.carriedOverFen],
  ];
  const movements = amounts
    .filter(([, amountFen]) => amountFen > 0)
    .map(
      ([pot, amountFen]): Movement => ({
        kind: 'posted',
        requestId: `opening/${pot}`,
        holderId: personId,
        fromAccountId: opening,
        toAccountId: accountIdOf(accounts, personId, pot),
        amountFen,
        reason: 'opening',
        subjectId: personId,
        forPersonId: null,
      }),
    );
  await move(tx, deps, { accounts, movements });
  await writeAudit(tx, deps, [{ holderId: personId, actor: { kind: 'job' }, action: 'account-opened', subjectId: personId }]);
}
