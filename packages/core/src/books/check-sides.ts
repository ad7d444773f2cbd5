import type { Fen } from '@gongji/domain';
import { sidesOf } from '../store/booking';
import type { LedgerFault } from './ledger-fault';
import type { AccountKind, StoredSide, StoredTransfer } from './stored-books';

interface Sides {
  readonly transferId: string;
  /** null: entries without their transfer. */
  readonly transfer: StoredTransfer | null;
  readonly entries: readonly StoredSide[];
}

/** A transfer has exactly the entries that follow from it. What a personal entry's hash covers is left to the chain. */
export function checkSides({ transferId, transfer, entries }: Sides): readonly LedgerFault[] {
  if (transfer === null) return entries.map(({ accountId }) => ({ kind: 'transfer-missing', accountId, transferId }));
  if (!KINDS.includes(transfer.kind)) return [{ kind: 'transfer-changed', transferId }];
  if (entries.length === 0) return [{ kind: 'transfer-without-entries', transferId, accountId: personalSideOf(transfer) }];
  const expected = expectedOf(transfer);
  const faults = expected.flatMap((side) => sideFaults(side, { transfer, entries }));
  const inserted = entries.filter(({ accountId }) => !expected.some((side) => side.accountId === accountId)).map(insertedFault(transferId));
  const hasPerson = expected.some(({ kind }) => kind === 'personal');
  return [...faults, ...inserted, ...(hasPerson ? [] : [{ kind: 'transfer-without-person', transferId } as const])];
}

const KINDS: readonly string[] = ['posted', 'pending', 'post-pending', 'void-pending'];

interface ExpectedSide {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly amount: number;
  readonly frozenDelta: number;
}

const personalSideOf = ({ fromKind, fromAccountId, toAccountId }: StoredTransfer): string =>
  fromKind === 'personal' ? fromAccountId : toAccountId;

const expectedOf = (transfer: StoredTransfer): readonly ExpectedSide[] =>
  sidesOf({ ...transfer, amountFen: transfer.amount as Fen }).map((side) => ({
    ...side,
    kind: side.accountId === transfer.fromAccountId ? transfer.fromKind : transfer.toKind,
  }));

const insertedFault =
  (transferId: string) =>
  ({ accountId, accountKind }: StoredSide): LedgerFault => {
    if (accountKind === null) return { kind: 'account-missing', accountId, transferId };
    return { kind: accountKind === 'clearing' ? 'clearing-entry-inserted' : 'entry-inserted', accountId, transferId };
  };

function sideFaults(
  side: ExpectedSide,
  { transfer, entries }: { readonly transfer: StoredTransfer; readonly entries: readonly StoredSide[] },
): readonly LedgerFault[] {
  const names = { accountId: side.accountId, transferId: transfer.id };
  if (side.kind === null) return [{ kind: 'account-missing', ...names }];
  const entry = entries.find(({ accountId }) => accountId === side.accountId);
  if (entry === undefined) return [{ kind: side.kind === 'clearing' ? 'clearing-entry-missing' : 'entry-missing', ...names }];
  const fits = entry.amount === side.amount && entry.frozenDelta === side.frozenDelta;
  if (side.kind === 'personal' && entry.version === null) return [{ kind: 'entry-changed', ...names }];
  if (side.kind === 'personal') return fits ? [] : [{ kind: 'entry-unlike-transfer', ...names }];
  const times = [transfer, ...entries.filter(({ accountKind }) => accountKind === 'personal')].map(({ at }) => at.getTime());
  const isClearing = !entry.hasBalance && entry.holderId === side.accountId && times.includes(entry.at.getTime());
  return fits && isClearing ? [] : [{ kind: 'clearing-entry-changed', ...names }];
}
