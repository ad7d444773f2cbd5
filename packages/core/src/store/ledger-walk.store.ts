import { sql } from 'kysely';
import type { StoredAccount, StoredEntry, StoredSide, StoredTransfer } from '../books/stored-books';
import type { Database } from './tables';
import type { Reader } from './transaction';

// The whole ledger, row after row, for whoever proves it. Numbers come as doubles and times as milliseconds since 1970, because a value that no honest
// entry has must be found and not end the walk: it then differs from every honest one.

const PAGE = 2000;

/** One snapshot of everything, in which nothing can be written. Statements here read whole tables, so the plans that are pinned for payments are let go. */
export const inSnapshot = <T>(db: Database, work: (reader: Reader) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      for (const way of ['seqscan', 'hashjoin', 'mergejoin']) await sql`set local ${sql.raw(`enable_${way}`)} = on`.execute(tx);
      return work(tx);
    });

async function walk<Row>(reader: Reader, query: string, take: (row: Row) => void): Promise<void> {
  await sql`declare ledger_walk no scroll cursor for ${sql.raw(query)}`.execute(reader);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.raw(String(PAGE))} from ledger_walk`.execute(reader);
    for (const row of rows) take(row);
    if (rows.length < PAGE) break;
  }
  await sql`close ledger_walk`.execute(reader);
}

const fenOf = (column: string): string => `${column}::float8`;
const timeOf = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
/** A part of a millisecond was never written. */
const dateOf = (milliseconds: number): Date => new Date(Number.isInteger(milliseconds) ? milliseconds : Number.NaN);

interface ChainRow {
  readonly account: string;
  readonly holder: string;
  readonly pot: string | null;
  readonly balance: number | null;
  readonly frozen: number | null;
  readonly version: number;
  readonly head: Buffer | null;
  readonly entry: number | null;
  readonly entry_holder: string;
  readonly transfer: string;
  readonly entry_version: number;
  readonly entry_amount: number;
  readonly frozen_delta: number;
  readonly balance_before: number;
  readonly balance_after: number;
  readonly frozen_before: number;
  readonly frozen_after: number;
  readonly hash: Buffer | null;
  readonly at: number;
  readonly found_transfer: string | null;
  readonly transfer_holder: string;
  readonly request: string;
  readonly kind: string;
  readonly pending: string | null;
  readonly source: string;
  readonly target: string;
  readonly amount: number;
  readonly reason: string;
  readonly subject: string;
  readonly for_person: string | null;
  readonly transfer_at: number | null;
}

const CHAINS = `
  select a.id account, a.holder_id holder, a.pot, ${fenOf('a.balance')} balance, ${fenOf('a.frozen')} frozen, ${fenOf('a.version')} version, a.chain_head head,
         ${fenOf('e.id')} entry, e.holder_id entry_holder, e.transfer_id transfer, ${fenOf('e.account_version')} entry_version, ${fenOf('e.amount')} entry_amount,
         ${fenOf('e.frozen_delta')} frozen_delta, ${fenOf('e.balance_before')} balance_before, ${fenOf('e.balance_after')} balance_after,
         ${fenOf('e.frozen_before')} frozen_before, ${fenOf('e.frozen_after')} frozen_after, e.hash, ${timeOf('e.at')} at,
         t.id found_transfer, t.holder_id transfer_holder, t.request_id request, t.kind, t.pending_id pending, t.from_account_id source,
         t.to_account_id target, ${fenOf('t.amount')} amount, t.reason, t.subject_id subject, t.for_person_id for_person, ${timeOf('t.at')} transfer_at
    from accounts a
    left join entries e on e.account_id = a.id and e.account_version is not null
    left join transfers t on t.id = e.transfer_id
   where a.kind = 'personal'
   order by a.id, e.account_version`;

export interface ChainLink {
  readonly account: StoredAccount;
  /** null: the account has none. */
  readonly entry: StoredEntry | null;
}

/** Every personal account with its entries in the order of their versions, account after account. */
export const walkChains = (reader: Reader, take: (link: ChainLink) => void): Promise<void> =>
  walk<ChainRow>(reader, CHAINS, (row) => take({ account: accountOf(row), entry: row.entry === null ? null : entryOf(row, row.entry) }));

const accountOf = (row: ChainRow): StoredAccount => ({
  id: row.account,
  holderId: row.holder,
  pot: row.pot,
  balance: row.balance,
  frozen: row.frozen,
  version: row.version,
  chainHead: row.head,
});

const entryOf = (row: ChainRow, id: number): StoredEntry => ({
  id,
  holderId: row.entry_holder,
  transferId: row.transfer,
  version: row.entry_version,
  amount: row.entry_amount,
  frozenDelta: row.frozen_delta,
  balanceBefore: row.balance_before,
  balanceAfter: row.balance_after,
  frozenBefore: row.frozen_before,
  frozenAfter: row.frozen_after,
  hash: row.hash ?? Buffer.alloc(0),
  transferAt: row.transfer_at === null ? null : dateOf(row.transfer_at),
  chained: row.found_transfer === null ? null : chainedOf(row, row.found_transfer),
});

const chainedOf = (row: ChainRow, transferId: string): StoredEntry['chained'] => ({
  accountId: row.account,
  version: row.entry_version,
  amount: row.entry_amount,
  frozenDelta: row.frozen_delta,
  balanceAfter: row.balance_after,
  frozenAfter: row.frozen_after,
  at: dateOf(row.at),
  transfer: {
    id: transferId,
    holderId: row.transfer_holder,
    requestId: row.request,
    kind: row.kind,
    pendingId: row.pending,
    fromAccountId: row.source,
    toAccountId: row.target,
    amount: row.amount,
    reason: row.reason,
    subjectId: row.subject,
    forPersonId: row.for_person,
  },
});

interface SideRow {
  readonly transfer: string;
  readonly found_transfer: string | null;
  readonly kind: StoredTransfer['kind'];
  readonly amount: number;
  readonly source: string;
  readonly target: string;
  readonly transfer_at: number;
  readonly source_kind: StoredTransfer['fromKind'];
  readonly target_kind: StoredTransfer['toKind'];
  readonly account: string | null;
  readonly account_kind: StoredSide['accountKind'];
  readonly holder: string;
  readonly version: number | null;
  readonly filled: number;
  readonly entry_amount: number;
  readonly frozen_delta: number;
  readonly at: number;
}

const SIDES = `
  select coalesce(t.id, e.transfer_id) transfer, t.id found_transfer, t.kind, ${fenOf('t.amount')} amount, t.from_account_id source, t.to_account_id target,
         ${timeOf('t.at')} transfer_at, s.kind source_kind, g.kind target_kind, e.account_id account, a.kind account_kind, e.holder_id holder,
         ${fenOf('e.account_version')} version, ${fenOf('e.amount')} entry_amount, ${fenOf('e.frozen_delta')} frozen_delta, ${timeOf('e.at')} at,
         num_nonnulls(e.account_version, e.balance_before, e.balance_after, e.frozen_before, e.frozen_after, e.hash) filled
    from transfers t
    full join entries e on e.transfer_id = t.id
    left join accounts s on s.id = t.from_account_id
    left join accounts g on g.id = t.to_account_id
    left join accounts a on a.id = e.account_id
   order by coalesce(t.id, e.transfer_id)`;

export interface TransferSide {
  readonly transferId: string;
  /** null: an entry without its transfer. */
  readonly transfer: StoredTransfer | null;
  /** null: a transfer without entries. */
  readonly entry: StoredSide | null;
}

/** Every transfer with each of its entries, transfer after transfer. */
export const walkTransfers = (reader: Reader, take: (side: TransferSide) => void): Promise<void> =>
  walk<SideRow>(reader, SIDES, (row) =>
    take({
      transferId: row.transfer,
      transfer: row.found_transfer === null ? null : transferOf(row),
      entry: row.account === null ? null : sideOf(row, row.account),
    }),
  );

const transferOf = (row: SideRow): StoredTransfer => ({
  id: row.transfer,
  kind: row.kind,
  amount: row.amount,
  fromAccountId: row.source,
  toAccountId: row.target,
  at: dateOf(row.transfer_at),
  fromKind: row.source_kind,
  toKind: row.target_kind,
});

const sideOf = (row: SideRow, accountId: string): StoredSide => ({
  accountId,
  accountKind: row.account_kind,
  holderId: row.holder,
  version: row.version,
  hasBalance: row.filled > 0,
  amount: row.entry_amount,
  frozenDelta: row.frozen_delta,
  at: dateOf(row.at),
});
