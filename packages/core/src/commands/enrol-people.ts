import { decided, type Fen, type Pot } from '@gongji/domain';
import type { Command } from '../outcome';
import type { EnrolPerson } from '../requests';
import type { CoreDeps } from '../deps';
import { lockBindingsOfPersons } from '../store/binding.store';
import { markToCheck } from '../store/due-binding.store';
import {
  accountIdOf,
  findAccounts,
  lockAccounts,
  type Movement,
  move,
  OPENING_ACCOUNT,
  openClearingAccount,
  openPersonalAccounts,
} from '../store/ledger.store';
import { findPersonIdsByCertificate, lockPersons, type SavedPerson, savePerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';

/** Takes over people from the insurance register, with the balances their accounts open with. Enrolling somebody again brings the facts up to date and moves no money. */
export const enrolPeople: Command<EnrolPerson, { readonly personId: string }> = (deps, requests) =>
  inTransaction(deps.db, async (tx) => {
    const opening = await openClearingAccount(tx, deps, OPENING_ACCOUNT);
    const known = await findPersonIdsByCertificate(tx, deps, requests);
    await lockPersons(
      tx,
      known.filter((id) => id !== undefined),
    );
    const saved = await savePersons(tx, deps, requests);
    const moved = saved.filter(({ hasMoved }) => hasMoved).map(({ personId }) => personId);
    await markToCheck(tx, await lockBindingsOfPersons(tx, moved));
    const holders = saved.flatMap(({ personId, account }) => (account === null ? [] : [personId]));
    for (const personId of holders) await openPersonalAccounts(tx, deps, personId);
    await lockAccounts(tx, holders);
    for (const { personId, account } of saved) if (account !== null) await fillAccounts(tx, deps, { personId, account, opening });
    return saved.map(({ personId }) => decided({ personId }));
  });

type Saved = SavedPerson & Pick<EnrolPerson, 'account'>;

/** New people in the order of their certificates: two registrations of the same newcomers wait for each other one way only. */
async function savePersons(tx: Tx, deps: CoreDeps, requests: readonly EnrolPerson[]): Promise<readonly Saved[]> {
  const certificateOf = ({ certificateKind, certificateNumber }: EnrolPerson): string => `${certificateKind} ${certificateNumber}`;
  const inOrder = [...requests].sort((a, b) => (certificateOf(a) < certificateOf(b) ? -1 : 1));
  const saved = new Map<EnrolPerson, Saved>();
  for (const request of inOrder) saved.set(request, { ...(await savePerson(tx, deps, request)), account: request.account });
  return requests.flatMap((request) => saved.get(request) ?? []);
}

interface Opening {
  readonly personId: string;
  readonly account: NonNullable<EnrolPerson['account']>;
  readonly opening: string;
}

async function fillAccounts(tx: Tx, deps: CoreDeps, { personId, account, opening }: Opening): Promise<void> {
  const accounts = await findAccounts(tx, [personId]);
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
