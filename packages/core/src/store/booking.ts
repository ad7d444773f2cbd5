import type { Fen, Pot } from '@gongji/domain';
import type { CoreDeps } from '../deps';
import { type ChainedEntry, chainHash } from './chain';
import { bytesText, type Cells } from './insert-rows';
import type { TransferKind, TransferReason } from './tables';

/** One pot of one holder, as of the lock. */
export interface PersonalAccount {
  readonly id: string;
  readonly holderId: string;
  readonly pot: Pot;
  readonly balance: number;
  readonly frozen: number;
  readonly version: number;
  /** The hash of its last entry; null before the first. */
  readonly chainHead: Buffer | null;
}

/** Money on its way from one account to another: the side that is nobody's pot is a clearing account. */
export interface Movement {
  readonly kind: TransferKind;
  /** Names the movement within its subject and holder: written once, whatever is repeated. */
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

/** What each kind does to the balance and to the frozen part of the side that gives. */
const EFFECT: Readonly<Record<TransferKind, { readonly balance: 0 | -1; readonly frozen: -1 | 0 | 1 }>> = {
  posted: { balance: -1, frozen: 0 },
  pending: { balance: 0, frozen: 1 },
  'post-pending': { balance: -1, frozen: -1 },
  'void-pending': { balance: 0, frozen: -1 },
};

interface Side {
  readonly accountId: string;
  readonly amount: number;
  readonly frozenDelta: number;
}
export interface Transfer {
  readonly movement: Movement;
  readonly transferId: string;
  readonly at: Date;
}

/** A hold and its release touch only the side that gives. */
export function sidesOf({
  kind,
  amountFen,
  fromAccountId,
  toAccountId,
}: Pick<Movement, 'kind' | 'amountFen' | 'fromAccountId' | 'toAccountId'>): readonly Side[] {
  const { balance, frozen } = EFFECT[kind];
  const give = { accountId: fromAccountId, amount: balance * amountFen, frozenDelta: frozen * amountFen };
  return balance === 0 ? [give] : [give, { accountId: toAccountId, amount: amountFen, frozenDelta: 0 }];
}

interface Booked {
  readonly side: Side;
  readonly transfer: Transfer;
}

/** One entry's row; the account, where it has a balance, is then one version further. Every property by name: thousands are made a second. */
export function book(deps: CoreDeps, current: Map<string, PersonalAccount>, { side, transfer }: Booked): Cells<'entries'> {
  const { accountId, amount, frozenDelta } = side;
  const { transferId, at } = transfer;
  const before = current.get(accountId);
  const after = before === undefined ? undefined : accountAfter(deps, before, { side, transfer });
  if (after !== undefined) current.set(accountId, after);
  return {
    account_id: accountId,
    transfer_id: transferId,
    amount,
    frozen_delta: frozenDelta,
    at,
    holder_id: before?.holderId ?? accountId,
    account_version: after?.version ?? null,
    balance_before: before?.balance ?? null,
    balance_after: after?.balance ?? null,
    frozen_before: before?.frozen ?? null,
    frozen_after: after?.frozen ?? null,
    hash: after === undefined ? null : bytesText(after.chainHead),
  };
}

type Moved = PersonalAccount & { readonly chainHead: Buffer };

function accountAfter(deps: CoreDeps, before: PersonalAccount, { side, transfer }: Booked): Moved {
  const { amount, frozenDelta } = side;
  const [balance, frozen, version] = [before.balance + amount, before.frozen + frozenDelta, before.version + 1];
  const chainHead = chainHash(deps, before.chainHead, {
    accountId: before.id,
    version,
    amount,
    frozenDelta,
    balanceAfter: balance,
    frozenAfter: frozen,
    at: transfer.at,
    transfer: chainedTransfer(transfer),
  });
  return { id: before.id, holderId: before.holderId, pot: before.pot, balance, frozen, version, chainHead };
}

const chainedTransfer = ({ movement, transferId }: Transfer): ChainedEntry['transfer'] => ({
  id: transferId,
  holderId: movement.holderId,
  requestId: movement.requestId,
  kind: movement.kind,
  pendingId: movement.pendingId ?? null,
  fromAccountId: movement.fromAccountId,
  toAccountId: movement.toAccountId,
  amount: movement.amountFen,
  reason: movement.reason,
  subjectId: movement.subjectId,
  forPersonId: movement.forPersonId,
});

export const transferRow = ({ movement, transferId, at }: Transfer) => ({
  id: transferId,
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
