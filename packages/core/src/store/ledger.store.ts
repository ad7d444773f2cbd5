import { createHash } from 'node:crypto';
import type { Fen, Pot, PotBalance } from '@gongji/domain';
import { type Selectable, sql } from 'kysely';
import type { CoreDeps } from '../deps';
import type { AccountRow, TransferKind, TransferReason } from './tables';
import { type Reader, RequestRaced, type Tx } from './transaction';

/** One pot of one holder, as of the lock. */
export interface PersonalAccount {
  readonly id: string;
  readonly holderId: string;
  readonly pot: Pot;
  readonly balance: number;
  readonly frozen: number;
  readonly version: number;
}

/** Money on its way from one account to another: the side that is nobody's pot is a clearing account. */
export interface Movement {
  readonly kind: TransferKind;
  /** Names the movement within its holder: written once, whatever is repeated. */
  readonly requestId: string;
  readonly holderId: string;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly amountFen: Fen;
  readonly reason: TransferReason;
  /** The settlement, the payment or the person it belongs to. */
  readonly subjectId: string;
  readonly forPersonId: string | null;
  /** The hold that this posts or voids. */
  readonly pendingId?: string;
}

interface EntryDraft {
  readonly holderId: string;
  readonly accountId: string;
  readonly transferId: string;
  readonly amount: number;
  readonly frozenDelta: number;
  readonly before: PersonalAccount | undefined;
}

/** Clearing accounts have an id that follows from their name, so that no look-up stands between a payment and its entry. */
export function clearingAccountId(name: string): string {
  const hex = createHash('sha256').update(`clearing\n${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
export const OPENING_ACCOUNT = 'opening';
export const institutionAccount = (institutionId: string): string => `institution/${institutionId}`;
export const taxAccount = (regionCode: string): string => `tax/${regionCode}`;

export async function openClearingAccount(tx: Tx, deps: CoreDeps, name: string): Promise<string> {
  const id = clearingAccountId(name);
  const row = { id, holder_id: id, kind: 'clearing' as const, pot: null, name, balance: null, frozen: null, opened_at: deps.now() };
  await tx
    .insertInto('accounts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}

/** A pot for current and one for carried-over money, both empty; a person who has them keeps them. */
export async function openPersonalAccounts(tx: Tx, deps: CoreDeps, holderId: string): Promise<void> {
  const pots: readonly Pot[] = ['currentYear', 'carriedOver'];
  const empty = { holder_id: holderId, kind: 'personal' as const, name: null, balance: 0 as Fen, frozen: 0 as Fen, opened_at: deps.now() };
  const rows = pots.map((pot) => ({ ...empty, id: deps.newId(), pot }));
  await tx
    .insertInto('accounts')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
    .selectAll()
    .where('kind', '=', 'personal')
    .where('holder_id', 'in', [...new Set(holderIds)])
    .orderBy('id');

function accountOf(row: Selectable<AccountRow>): PersonalAccount {
  if (row.pot === null || row.balance === null || row.frozen === null) throw new Error('a personal account without a pot or a balance');
  return { id: row.id, holderId: row.holder_id, pot: row.pot, balance: row.balance, frozen: row.frozen, version: row.version };
}

export const potsOf = (accounts: readonly PersonalAccount[], holderId: string): readonly PotBalance[] =>
  accounts
    .filter((account) => account.holderId === holderId)
    .map((account) => ({ pot: account.pot, balanceFen: account.balance as Fen, frozenFen: account.frozen as Fen }));

export function accountIdOf(accounts: readonly PersonalAccount[], holderId: string, pot: Pot): string {
  const account = accounts.find((each) => each.holderId === holderId && each.pot === pot);
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
  const numbered = movements.map((movement) => ({ ...movement, id: deps.newId() }));
  const drafts = numbered.flatMap((movement) => draftsOf(movement, current));
  await tx
    .insertInto('transfers')
    .values(numbered.map((movement) => transferRow(movement, at)))
    .execute();
  await saveBalances(tx, accounts, current);
  await tx
    .insertInto('entries')
    .values(drafts.map((draft) => entryRow(draft, at)))
    .execute();
  return accounts.map((account) => current.get(account.id) ?? account);
}

/** What each kind does to the balance and to the frozen part of the side that gives. */
const EFFECT: Readonly<Record<TransferKind, { readonly balance: 0 | -1; readonly frozen: -1 | 0 | 1 }>> = {
  posted: { balance: -1, frozen: 0 },
  pending: { balance: 0, frozen: 1 },
  'post-pending': { balance: -1, frozen: -1 },
  'void-pending': { balance: 0, frozen: -1 },
};

function draftsOf(movement: Movement & { readonly id: string }, current: Map<string, PersonalAccount>): readonly EntryDraft[] {
  const effect = EFFECT[movement.kind];
  const amount = movement.amountFen;
  const give = step(movement, current, {
    accountId: movement.fromAccountId,
    amount: effect.balance * amount,
    frozenDelta: effect.frozen * amount,
  });
  if (effect.balance === 0) return [give];
  return [give, step(movement, current, { accountId: movement.toAccountId, amount, frozenDelta: 0 })];
}

function step(
  movement: Movement & { readonly id: string },
  current: Map<string, PersonalAccount>,
  change: { readonly accountId: string; readonly amount: number; readonly frozenDelta: number },
): EntryDraft {
  const before = current.get(change.accountId);
  if (before !== undefined)
    current.set(change.accountId, {
      ...before,
      balance: before.balance + change.amount,
      frozen: before.frozen + change.frozenDelta,
      version: before.version + 1,
    });
  return { ...change, transferId: movement.id, holderId: before?.holderId ?? change.accountId, before };
}

const transferRow = (movement: Movement & { readonly id: string }, at: Date) => ({
  id: movement.id,
  holder_id: movement.holderId,
  request_id: movement.requestId,
  kind: movement.kind,
  pending_id: movement.pendingId ?? null,
  from_account_id: movement.fromAccountId,
  to_account_id: movement.toAccountId,
  amount: movement.amountFen,
  reason: movement.reason,
  subject_id: movement.subjectId,
  for_person_id: movement.forPersonId,
  at,
});

const entryRow = ({ holderId, accountId, transferId, amount, frozenDelta, before }: EntryDraft, at: Date) => ({
  holder_id: holderId,
  account_id: accountId,
  transfer_id: transferId,
  account_version: before === undefined ? null : before.version + 1,
  amount: amount as Fen,
  frozen_delta: frozenDelta as Fen,
  balance_before: (before?.balance ?? null) as Fen | null,
  balance_after: (before === undefined ? null : before.balance + amount) as Fen | null,
  frozen_before: (before?.frozen ?? null) as Fen | null,
  frozen_after: (before === undefined ? null : before.frozen + frozenDelta) as Fen | null,
  at,
});

/** Says which version it read: an account that was not locked, and moved meanwhile, sends the transaction back instead of losing a movement. */
async function saveBalances(tx: Tx, accounts: readonly PersonalAccount[], current: ReadonlyMap<string, PersonalAccount>): Promise<void> {
  const changed = accounts.filter((account) => current.get(account.id) !== account);
  if (changed.length === 0) return;
  const after = changed.map((account) => current.get(account.id) ?? account);
  const result = await sql`
    update accounts a set balance = v.balance, frozen = v.frozen, version = v.version
      from unnest(${changed.map((account) => account.id)}::uuid[], ${after.map((account) => account.balance)}::bigint[],
                  ${after.map((account) => account.frozen)}::bigint[], ${after.map((account) => account.version)}::bigint[],
                  ${changed.map((account) => account.version)}::bigint[]) as v (id, balance, frozen, version, read_version)
     where a.id = v.id and a.version = v.read_version`.execute(tx);
  if (Number(result.numAffectedRows) !== changed.length) throw new RequestRaced();
}
