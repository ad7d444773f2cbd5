import type { ChainedEntry } from '../store/chain';
import type { TransferKind } from '../store/tables';

/** A personal account's row as it stands. */
export interface StoredAccount {
  readonly id: string;
  readonly holderId: string;
  readonly pot: string | null;
  readonly balance: number | null;
  readonly frozen: number | null;
  readonly version: number;
  readonly chainHead: Buffer | null;
}

/** A personal account's entry as it stands; what it should stand for is `chained`, null when its transfer is not there. */
export interface StoredEntry {
  readonly id: number;
  readonly holderId: string;
  readonly transferId: string;
  readonly version: number;
  readonly amount: number;
  readonly frozenDelta: number;
  readonly balanceBefore: number;
  readonly balanceAfter: number;
  readonly frozenBefore: number;
  readonly frozenAfter: number;
  readonly hash: Buffer;
  readonly transferAt: Date | null;
  readonly chained: ChainedEntry | null;
}

export type HashOf = (before: Buffer | null, entry: ChainedEntry) => Buffer;

export type AccountKind = 'personal' | 'clearing' | null;

export interface StoredTransfer {
  readonly id: string;
  readonly kind: TransferKind;
  readonly amount: number;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly at: Date;
  /** null: no such account. */
  readonly fromKind: AccountKind;
  readonly toKind: AccountKind;
}

export interface StoredSide {
  readonly accountId: string;
  readonly accountKind: AccountKind;
  readonly holderId: string;
  readonly version: number | null;
  /** A version, a balance or a hash: what an account that carries none has not. */
  readonly hasBalance: boolean;
  readonly amount: number;
  readonly frozenDelta: number;
  readonly at: Date;
}
