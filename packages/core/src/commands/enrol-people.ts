import { decided, type Fen, type Pot } from '@gongji/domain';
import type { Command } from '../outcome';
import type { EnrolPerson } from '../requests';
import type { CoreDeps } from '../deps';
import { lockBindingsOfPersons } from '../store/binding.store';
import type { Movement, PersonalAccount } from '../store/booking';
import { markToCheck } from '../store/due-binding.store';
import { accountIdOf, lockAccounts, move, OPENING_ACCOUNT, openClearingAccount, openPersonalAccounts } from '../store/ledger.store';
import { findPersonIdsByCertificate, lockPersons, type SavedPerson, savePerson } from '../store/person.store';
import { writeAudit } from '../store/record.store';
import { inTransaction, type Tx } from '../store/transaction';

/** One WeChat account cannot log in as two people. */
export class OpenidTaken extends Error {
  override readonly name = 'OpenidTaken';
}

/**
 * Takes over people from the insurance register, with the balances their accounts open with. Enrolling somebody again brings the facts up to date and moves no
 * money. Throws OpenidTaken, with nobody enrolled, where an openid is somebody else's.
 */
export const enrolPeople: Command<EnrolPerson, { readonly personId: string }> = (deps, requests) =>
  enrolAll(deps, requests).catch((error: unknown) => {
    throw isOpenidTaken(error) ? new OpenidTaken() : error;
  });

const isOpenidTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'persons__one_per_openid';

const enrolAll: typeof enrolPeople = (deps, requests) =>
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
    await openAccounts(tx, deps, { saved, opening });
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
  readonly saved: readonly Saved[];
  readonly opening: string;
}

/** Whose pots have moved before keeps what is in them: the account is open, and its money is the ledger's business. */
async function openAccounts(tx: Tx, deps: CoreDeps, { saved, opening }: Opening): Promise<void> {
  const holders = saved.flatMap(({ personId, account }) => (account === null ? [] : [personId]));
  await openPersonalAccounts(tx, deps, holders);
  const accounts = await lockAccounts(tx, holders);
  const moved = new Set(accounts.filter(({ version }) => version > 0).map(({ holderId }) => holderId));
  const fresh = new Map<string, NonNullable<EnrolPerson['account']>>();
  // Somebody may stand in the list twice: the first counts.
  for (const { personId, account } of saved)
    if (account !== null && !moved.has(personId) && !fresh.has(personId)) fresh.set(personId, account);
  const movements = [...fresh].flatMap(([personId, account]) => fillingOf(accounts, { personId, account, opening }));
  await move(tx, deps, { accounts, movements });
  await writeAudit(
    tx,
    deps,
    [...fresh.keys()].map((holderId) => ({ holderId, actor: { kind: 'job' }, action: 'account-opened', subjectId: holderId })),
  );
}

interface Filling {
  readonly personId: string;
  readonly account: NonNullable<EnrolPerson['account']>;
  readonly opening: string;
}

function fillingOf(accounts: readonly PersonalAccount[], { personId, account, opening }: Filling): readonly Movement[] {
  const amounts: readonly (readonly [Pot, Fen])[] = [
    ['currentYear', account.currentYearFen],
    ['carriedOver', account.carriedOverFen],
  ];
  return amounts
    .filter(([, amountFen]) => amountFen > 0)
    .map(([pot, amountFen]) => ({
      kind: 'posted',
      requestId: `opening/${pot}`,
      holderId: personId,
      fromAccountId: opening,
      toAccountId: accountIdOf(accounts, personId, pot),
      amountFen,
      reason: 'opening',
      subjectId: personId,
      forPersonId: null,
    }));
}
