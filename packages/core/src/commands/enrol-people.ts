import { decided, type Fen, type Pot } from '@gongji/domain';
import type { Command } from '../outcome';
import type { EnrolPerson } from '../requests';
import type { CoreDeps } from '../deps';
import {
  accountIdOf,
  lockAccounts,
  type Movement,
  move,
  OPENING_ACCOUNT,
  openClearingAccount,
  openPersonalAccounts,
} from '../store/ledger.store';
import { savePerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';

/** Takes over people from the insurance register, with the balances their accounts open with. Enrolling somebody again brings the facts up to date and moves no money. */
export const enrolPeople: Command<EnrolPerson, { readonly personId: string }> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const opening = await openClearingAccount(tx, deps, OPENING_ACCOUNT);
    const ids: string[] = [];
    for (const request of requests) ids.push(await enrol(tx, deps, { person: request, opening }));
    return ids.map((personId) => decided({ personId }));
  });

async function enrol(tx: Tx, deps: CoreDeps, { person, opening }: { person: EnrolPerson; opening: string }): Promise<string> {
  const personId = await savePerson(tx, deps, person);
  if (person.account === null) return personId;
  await openPersonalAccounts(tx, deps, personId);
  const accounts = await lockAccounts(tx, [personId]);
  // A first movement exists already: the account is open, and its money is the ledger's business.
  if (accounts.some((account) => account.version > 0)) return personId;
  const amounts: readonly (readonly [Pot, Fen])[] = [
    ['currentYear', person.account.currentYearFen],
    ['carriedOver', person.account.carriedOverFen],
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
  return personId;
}
