import { createHmac } from 'node:crypto';
import type { CoreDeps } from '../deps';

/** What an entry's hash stands for: the entry, the whole of its transfer, and through the hash before it everything that came earlier. */
export interface ChainedEntry {
  readonly accountId: string;
  readonly version: number;
  readonly amount: number;
  readonly frozenDelta: number;
  readonly balanceAfter: number;
  readonly frozenAfter: number;
  readonly at: Date;
  readonly transfer: {
    readonly id: string;
    readonly holderId: string;
    readonly requestId: string;
    readonly kind: string;
    readonly pendingId: string | null;
    readonly fromAccountId: string;
    readonly toAccountId: string;
    readonly amount: number;
    readonly reason: string;
    readonly subjectId: string;
    readonly forPersonId: string | null;
  };
}

/** Keyed, so that whoever can write to the database but has no key cannot make a chain that verifies. `before` is null for an account's first entry. */
export function chainHash({ keys }: Pick<CoreDeps, 'keys'>, before: Buffer | null, entry: ChainedEntry): Buffer {
  const { transfer } = entry;
  const mac = createHmac('sha256', keys.ledgerKey);
  if (before !== null) mac.update(before);
  const facts = [
    entry.accountId,
    entry.version,
    entry.amount,
    entry.frozenDelta,
    entry.balanceAfter,
    entry.frozenAfter,
    entry.at.getTime(),
    transfer.id,
    transfer.holderId,
    transfer.kind,
    transfer.pendingId ?? '',
    transfer.fromAccountId,
    transfer.toAccountId,
    transfer.amount,
    transfer.reason,
    transfer.subjectId,
    transfer.forPersonId ?? '',
    // Last, as the only one that a caller names freely.
    transfer.requestId,
  ];
  return mac.update(facts.join('\n')).digest();
}
