import { createHash } from 'node:crypto';
import { groupBy, type Fen, type Pot, type PotBalance } from '@gongji/domain';
import { type Selectable, sql } from 'kysely';
import type { CoreDeps } from '../deps';
import { anyOf } from './any-of';
import { book, type Movement, type PersonalAccount, sidesOf, transferRow } from './booking';
import { insertRows } from './insert-rows';
import type { AccountRow, Database } from './tables';
import { afterCommit, type Reader, RequestRaced, type Tx } from './transaction';

/** Clearing accounts have an id that follows from their name, so that no look-up stands between a payment and its entry. */
export function clearingAccountId(name: string): string {
  const hex = createHash('sha256').update(`clearing\n${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
export const OPENING_ACCOUNT = 'opening';
export const institutionAccount = (institutionId: string): string => `institution/${institutionId}`;
export const creditAccount = (regionCode: string): string => `credit/${regionCode}`;
export const taxAccount = (regionCode: string): string => `tax/${regionCode}`;

export const openClearingAccount = async (tx: Tx, deps: CoreDeps, name: string): Promise<string> => {
  await openClearingAccounts(tx, deps, [name]);
  return clearingAccountId(name);
};

/** Accounts that this process knows to exist: they are never removed. */
const openedIn = new WeakMap<Database, Set<string>>();

/** Existing ones stay. Known ones are not inserted again, since even an insert that changes nothing costs a row version. */
export async function openClearingAccounts(tx: Tx, deps: CoreDeps, names: readonly string[]): Promise<void> {
  const opened = openedIn.get(deps.db) ?? new Set();
  openedIn.set(deps.db, opened);
  const missing = [...new Set(names)].filter((name) => !opened.has(name)).sort();
  if (missing.length === 0) return;
  const rows = missing.map((name) => {
    const id = clearingAccountId(name);
    return { id, holder_id: id, kind: 'clearing', name, opened_at: deps.now() };
  });
  await insertRows(tx, 'accounts', { rows, once: true });
  afterCommit(tx, () => missing.forEach((name) => opened.add(name)));
}

/** A pot for current and one for carried-over money for each, both empty; a person who has them keeps them. */
export async function openPersonalAccounts(tx: Tx, deps: CoreDeps, holderIds: readonly string[]): Promise<void> {
  const pots: readonly Pot[] = ['currentYear', 'carriedOver'];
  const empty = { kind: 'personal', name: null, balance: 0, frozen: 0, opened_at: deps.now() };
  const rows = holderIds.flatMap((holderId) => pots.map((pot) => ({ ...empty, id: deps.newId(), holder_id: holderId, pot })));
  await insertRows(tx, 'accounts', { rows, once: true });
}

/** Every pot of these holders, locked in the order of ids: after the bindings, before the request key (docs/money.md). */
export async function lockAccounts(tx: Tx, holderIds: readonly string[]): Promise<readonly PersonalAccount[]> {
  if (holderIds.length === 0) return [];
  return (await personalAccounts(tx, holderIds).forNoKeyUpdate().execute()).map(accountOf);
}

export async function findAccounts(reader: Reader, holderIds: readonly string[]): Promise<readonly PersonalAccount[]> {
  return holderIds.length === 0 ? [] : (await personalAccounts(reader, holderIds).execute()).map(accountOf);
}

const personalAccounts = (reader: Reader, holderIds: readonly string[]) =>
  reader
    .selectFrom('accounts')
    .select(['id', 'holder_id', 'pot', 'balance', 'frozen', 'version', 'chain_head'])
    .where('kind', '=', 'personal')
    .where('holder_id', '=', anyOf(holderIds))
    .orderBy('id');

function accountOf(
  row: Pick<Selectable<AccountRow>, 'id' | 'holder_id' | 'pot' | 'balance' | 'frozen' | 'version' | 'chain_head'>,
): PersonalAccount {
  if (row.pot === null || row.balance === null || row.frozen === null) throw new Error('a personal account without a pot or a balance');
  const { id, holder_id: holderId, pot, balance, frozen, version, chain_head: chainHead } = row;
  return { id, holderId, pot, balance, frozen, version, chainHead };
}

const indexes = new WeakMap<readonly PersonalAccount[], ReadonlyMap<string, readonly PersonalAccount[]>>();

/** A list of many people's accounts is asked about each of them: it is sorted by holder once. */
function ofHolder(accounts: readonly PersonalAccount[], holderId: string): readonly PersonalAccount[] {
  const index = indexes.get(accounts) ?? groupBy(accounts, (account) => account.holderId);
  indexes.set(accounts, index);
  return index.get(holderId) ?? [];
}

export const potsOf = (accounts: readonly PersonalAccount[], holderId: string): readonly PotBalance[] =>
  ofHolder(accounts, holderId).map(({ pot, balance, frozen }) => ({ pot, balanceFen: balance as Fen, frozenFen: frozen as Fen }));

export function accountIdOf(accounts: readonly PersonalAccount[], holderId: string, pot: Pot): string {
  const account = ofHolder(accounts, holderId).find((each) => each.pot === pot);
  if (account === undefined) throw new Error('a deduction names a pot that is not there');
  return account.id;
}

/** Writes transfers, entries and the new balances of locked accounts in three statements, whatever the number of movements. Answers the accounts as they are now. */
export async function move(
  tx: Tx,
  deps: CoreDeps,
  { accounts, movements }: { readonly accounts: readonly PersonalAccount[]; readonly movements: readonly Movement[] },
): Promise<readonly PersonalAccount[]> {
  if (movements.length === 0) return accounts;
  const current = new Map(accounts.map((account) => [account.id, account]));
  const at = deps.now();
  const transfers = movements.map((movement) => ({ movement, transferId: deps.newId(), at }));
  const entries = transfers.flatMap((transfer) => sidesOf(transfer.movement).map((side) => book(deps, current, { side, transfer })));
  await Promise.all([
    insertRows(tx, 'transfers', { rows: transfers.map(transferRow) }),
    saveBalances(tx, accounts, current),
    insertRows(tx, 'entries', { rows: entries }),
  ]);
  return accounts.map((account) => current.get(account.id) ?? account);
}

/** Says which version it read: an account that was not locked, and moved meanwhile, sends the transaction back instead of losing a movement. */
async function saveBalances(tx: Tx, accounts: readonly PersonalAccount[], current: ReadonlyMap<string, PersonalAccount>): Promise<void> {
  const changed = accounts.filter((account) => current.get(account.id) !== account);
  if (changed.length === 0) return;
  const after = changed.map((account) => current.get(account.id) ?? account);
  const ids = changed.map((account) => account.id);
  const result = await sql`
    update accounts a set balance = v.balance, frozen = v.frozen, version = v.version, chain_head = v.chain_head
      from unnest(${ids}::uuid[], ${after.map((account) => account.balance)}::bigint[],
                  ${after.map((account) => account.frozen)}::bigint[], ${after.map((account) => account.version)}::bigint[],
                  ${after.map((account) => account.chainHead)}::bytea[],
                  ${changed.map((account) => account.version)}::bigint[]) as v (id, balance, frozen, version, chain_head, read_version)
     where a.id = v.id and a.id = any(${ids}::uuid[]) and a.version = v.read_version`.execute(tx);
  if (Number(result.numAffectedRows) !== changed.length) throw new RequestRaced();
}
