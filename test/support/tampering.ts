import { randomBytes, randomUUID } from 'node:crypto';
import { type CoreDeps, databaseOf, type PoolClient } from '@gongji/core';
import type { CoreLab } from './core-lab';

// Somebody who owns the database, has no key, and switches off whatever stands in the way: triggers, checks, unique keys.

/** The same draws for the same seed, so that a tampering that was not found can be done again. */
export function openDraws(seed: number) {
  let state = seed >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  return { next, pick };
}
export type Draws = ReturnType<typeof openDraws>;

export interface EntryNow {
  readonly account_id: string;
  readonly transfer_id: string;
  readonly account_version: number | null;
  readonly id: number;
  readonly from_account_id: string;
  readonly to_account_id: string;
}

export interface BooksNow {
  readonly personal: readonly EntryNow[];
  readonly clearing: readonly EntryNow[];
  readonly accounts: readonly { readonly id: string; readonly kind: string }[];
}

/** What a tampering touched: a fault must name one of these, and nothing else. */
export interface Tampering {
  readonly sql: readonly string[];
  readonly accounts: readonly string[];
  readonly transfers: readonly string[];
}

export interface Culprit {
  readonly books: BooksNow;
  /** The core on this very connection: it sees what was not committed. */
  readonly deps: CoreDeps;
  readonly run: (statements: readonly string[]) => Promise<void>;
  /** Undoes everything since the last. */
  readonly undo: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

const DISARM = `do $$ declare c record; begin
  for c in select conrelid::regclass t, conname n from pg_constraint
            where contype in ('c', 'u') and conrelid in ('accounts'::regclass, 'transfers'::regclass, 'entries'::regclass) loop
    execute format('alter table %s drop constraint %I', c.t, c.n);
  end loop;
end $$;
drop index accounts__one_per_pot, accounts__one_per_name, transfers__one_resolution;
alter table entries alter column id drop identity;
set local session_replication_role = replica;
savepoint untouched;`;

export async function letCulpritIn(lab: CoreLab): Promise<Culprit> {
  const client = await lab.pool.connect();
  const read = async <Row>(sql: string): Promise<readonly Row[]> => (await client.query<Row>(sql)).rows;
  const entries = await read<EntryNow>(
    `select e.account_id, e.transfer_id, e.account_version, e.id, t.from_account_id, t.to_account_id
       from entries e join transfers t on t.id = e.transfer_id order by e.id`,
  );
  const accounts = await read<{ id: string; kind: string }>('select id, kind from accounts order by id');
  await client.query(`begin; ${DISARM}`);
  const pool = { ...lab.pool, connect: async () => insideOf(client) };
  return {
    books: {
      personal: entries.filter((entry) => entry.account_version !== null),
      clearing: entries.filter((entry) => entry.account_version === null),
      accounts,
    },
    deps: { ...lab.deps, pool, db: databaseOf(pool) },
    run: async (statements) => {
      for (const sql of statements) await client.query(sql);
    },
    undo: async () => void (await client.query('rollback to savepoint untouched')),
    leave: async () => {
      await client.query('rollback');
      client.release();
    },
  };
}

/** Transactions that are begun and ended on it are part of the one that is open. */
const insideOf = (client: PoolClient): PoolClient => ({
  query: (text, values) =>
    /^(begin|start transaction|commit|rollback$)/.test(text) ? client.query('select 1') : client.query(text, values),
  release: () => undefined,
});

const quoted = (value: string): string => `'${value}'`;
const at = ({ account_id: account, transfer_id: transfer }: EntryNow): string =>
  `account_id = '${account}' and transfer_id = '${transfer}'`;
const touch = (...entries: readonly EntryNow[]): Omit<Tampering, 'sql'> => ({
  accounts: entries.flatMap((entry) => [entry.account_id, entry.from_account_id, entry.to_account_id]),
  transfers: entries.map((entry) => entry.transfer_id),
});

type Change = (draws: Draws, books: BooksNow) => string;
const moveBy: Change = ({ pick }) => pick(['+ 1', '- 1', '+ 100000', '* 2 + 7', '+ 9007199254740993']);
const anyAccount: Change = ({ pick }, { accounts }) => quoted(pick(accounts).id);
const anyId: Change = () => quoted(randomUUID());

const ENTRY_CHANGES: Readonly<Record<string, (draws: Draws, books: BooksNow) => string>> = {
  holder_id: anyId,
  account_id: anyAccount,
  transfer_id: ({ pick }, { personal }) => quoted(pick(personal).transfer_id),
  account_version: (draws, books) => `account_version ${moveBy(draws, books)}`,
  amount: (draws, books) => `amount ${moveBy(draws, books)}`,
  frozen_delta: (draws, books) => `frozen_delta ${moveBy(draws, books)}`,
  balance_before: (draws, books) => `balance_before ${moveBy(draws, books)}`,
  balance_after: (draws, books) => `balance_after ${moveBy(draws, books)}`,
  frozen_before: (draws, books) => `frozen_before ${moveBy(draws, books)}`,
  frozen_after: (draws, books) => `frozen_after ${moveBy(draws, books)}`,
  hash: () => `'\\x${randomBytes(32).toString('hex')}'`,
  at: ({ pick }) => `at + interval '${pick(['1 microsecond', '1 millisecond', '-1 day', '1 year'])}'`,
};
const CLEARING_COLUMNS = ['holder_id', 'account_id', 'transfer_id', 'amount', 'frozen_delta', 'hash', 'at'];

const TRANSFER_CHANGES: Readonly<Record<string, Change>> = {
  id: anyId,
  holder_id: anyId,
  request_id: ({ pick }) => pick([`request_id || 'x'`, `'hold/currentYear'`, `''`]),
  kind: ({ pick }) =>
    `case kind when 'posted' then 'pending' when 'pending' then ${pick([`'posted'`, `'void-pending'`])} else 'posted' end`,
  pending_id: ({ pick }) => pick(['gen_random_uuid()', 'case when pending_id is null then gen_random_uuid() end']),
  from_account_id: anyAccount,
  to_account_id: anyAccount,
  amount: (draws, books) => `amount ${moveBy(draws, books)}`,
  reason: () => `case reason when 'refund' then 'credit' else 'refund' end`,
  subject_id: anyId,
  for_person_id: ({ pick }) => pick(['gen_random_uuid()', 'case when for_person_id is null then gen_random_uuid() end']),
  at: ENTRY_CHANGES['at'] as Change,
};

const ACCOUNT_CHANGES: Readonly<Record<string, Change>> = {
  holder_id: anyId,
  kind: () => `'clearing'`,
  pot: () => `case pot when 'currentYear' then 'carriedOver' else 'currentYear' end`,
  balance: (draws, books) => `balance ${moveBy(draws, books)}`,
  frozen: (draws, books) => `frozen ${moveBy(draws, books)}`,
  version: (draws, books) => `version ${moveBy(draws, books)}`,
  chain_head: () => `'\\x${randomBytes(32).toString('hex')}'`,
};

type Make = (draws: Draws, books: BooksNow) => Tampering;

const changeEntry =
  (side: 'personal' | 'clearing'): Make =>
  (draws, books) => {
    const entry = draws.pick(books[side]);
    const column = draws.pick(side === 'personal' ? Object.keys(ENTRY_CHANGES) : CLEARING_COLUMNS);
    const value = ENTRY_CHANGES[column]?.(draws, books) ?? '';
    const touched = touch(entry);
    const others = books.personal.filter((each) => quoted(each.transfer_id) === value);
    const accounts = books.accounts.filter(({ id }) => quoted(id) === value).map(({ id }) => id);
    // An entry takes no place of another's: that is the primary key, without which the table is none.
    const free = `not exists (select from entries o where o.account_id = ${column === 'account_id' ? value : 'e.account_id'}
      and o.transfer_id = ${column === 'transfer_id' ? value : 'e.transfer_id'} and o.id <> e.id)`;
    return {
      sql: [`update entries e set ${column} = ${value} where ${at(entry)} and ${free}`],
      accounts: [...touched.accounts, ...accounts, ...touch(...others).accounts],
      transfers: [...touched.transfers, ...touch(...others).transfers],
    };
  };

const changeTransfer: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const column = draws.pick(Object.keys(TRANSFER_CHANGES));
  const value = TRANSFER_CHANGES[column]?.(draws, books) ?? '';
  const touched = touch(entry);
  const accounts = books.accounts.filter(({ id }) => quoted(id) === value).map(({ id }) => id);
  return {
    sql: [`update transfers set ${column} = ${value} where id = '${entry.transfer_id}'`],
    accounts: [...touched.accounts, ...accounts],
    transfers: [...touched.transfers, ...(column === 'id' ? [value.slice(1, -1)] : [])],
  };
};

const changeAccount: Make = (draws, books) => {
  const id = draws.pick(books.personal).account_id;
  const column = draws.pick(Object.keys(ACCOUNT_CHANGES));
  const transfers = books.personal.filter((entry) => entry.account_id === id).map((entry) => entry.transfer_id);
  return {
    sql: [`update accounts set ${column} = ${ACCOUNT_CHANGES[column]?.(draws, books)} where id = '${id}'`],
    accounts: [id],
    transfers,
  };
};

const renameClearing: Make = (draws, books) => {
  const id = draws.pick(books.accounts.filter(({ kind }) => kind === 'clearing')).id;
  return { sql: [`update accounts set name = name || '/x' where id = '${id}'`], accounts: [id], transfers: [] };
};

/** An order of entries that is shown and not hashed. */
const changeNumber: Make = (draws, books) => {
  const entry = draws.pick(books.personal.filter((each) => (each.account_version ?? 0) > 1));
  return { sql: [`update entries set id = -id where ${at(entry)}`], ...touch(entry) };
};

const renumber = ({ account_id: account, account_version: from }: EntryNow, by: '+ 1' | '- 1'): readonly string[] => [
  `update entries set account_version = account_version ${by} where account_id = '${account}' and account_version ${by === '+ 1' ? '>=' : '>'} ${from}`,
  `update accounts set version = version ${by} where id = '${account}'`,
];

const deleteEntry =
  (side: 'personal' | 'clearing'): Make =>
  (draws, books) => {
    const entry = draws.pick(books[side]);
    return { sql: [`delete from entries where ${at(entry)}`], ...touch(entry) };
  };

const deleteAndCloseGap: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  return { sql: [`delete from entries where ${at(entry)}`, ...renumber(entry, '- 1')], ...touch(entry) };
};

const deleteTransfer: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  return { sql: [`delete from transfers where id = '${entry.transfer_id}'`], ...touch(entry) };
};

/** Nothing is left of it, except in the account's row. */
const deleteMovement: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const id = entry.transfer_id;
  return { sql: [`delete from entries where transfer_id = '${id}'`, `delete from transfers where id = '${id}'`], ...touch(entry) };
};

/** The last movement of an account is taken out of it, its row included: what the movement was for still tells. */
const rollBackAccount: Make = (draws, books) => {
  const last = (entry: EntryNow): boolean =>
    !books.personal.some((each) => each.account_id === entry.account_id && (each.account_version ?? 0) > (entry.account_version ?? 0));
  const entry = draws.pick(books.personal.filter((each) => last(each) && (each.account_version ?? 0) > 1));
  const { account_id: account, transfer_id: transfer } = entry;
  return {
    sql: [
      `update accounts a set balance = b.balance_after, frozen = b.frozen_after, version = b.account_version, chain_head = b.hash
         from entries b where a.id = '${account}' and b.account_id = a.id and b.account_version = a.version - 1`,
      `delete from entries where transfer_id = '${transfer}'`,
      `delete from transfers where id = '${transfer}'`,
    ],
    ...touch(entry),
  };
};

const swapEntries: Make = (draws, books) => {
  const first = draws.pick(books.personal.filter((each) => books.personal.some((other) => isSibling(each, other))));
  const second = draws.pick(books.personal.filter((other) => isSibling(first, other)));
  const [low, high] = [first.account_version, second.account_version];
  const sql = `update entries set account_version = case account_version when ${low} then ${high} else ${low} end
    where account_id = '${first.account_id}' and account_version in (${low}, ${high})`;
  return { sql: [sql], ...touch(first, second) };
};
const isSibling = (one: EntryNow, other: EntryNow): boolean =>
  one.account_id === other.account_id && one.account_version !== other.account_version;

const copyEntry = (
  { account_id: account, account_version: version }: EntryNow,
  { transfer, place }: { transfer: string; place: string },
): string =>
  `insert into entries select (select max(id) + 1 from entries), holder_id, account_id, '${transfer}', ${place}, amount, frozen_delta, balance_after,
          balance_after + amount, frozen_after, frozen_after + frozen_delta, '\\x${randomBytes(32).toString('hex')}', at
     from entries where account_id = '${account}' and account_version = ${version}`;
const copyTransfer = (from: string, to: string): string =>
  `insert into transfers select '${to}', holder_id, request_id || '/again', kind, pending_id, from_account_id, to_account_id, amount, reason, subject_id,
          for_person_id, at from transfers where id = '${from}'`;

/** Behind the last one, with the account's row brought up to it or not. */
const appendEntry: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const transfer = randomUUID();
  const place = `(select version + 1 from accounts a where a.id = entries.account_id)`;
  const follow = `update accounts a set balance = e.balance_after, frozen = e.frozen_after, version = e.account_version, chain_head = e.hash
    from entries e where e.transfer_id = '${transfer}' and e.account_id = a.id`;
  const both = draws.next(2) === 0;
  const touched = touch(entry);
  return {
    sql: [copyTransfer(entry.transfer_id, transfer), copyEntry(entry, { transfer, place }), ...(both ? [follow] : [])],
    accounts: touched.accounts,
    transfers: [transfer],
  };
};

const insertInMiddle: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const transfer = randomUUID();
  const moved = { ...entry, account_version: (entry.account_version ?? 0) + 1 };
  const touched = touch(entry);
  return {
    sql: [
      ...renumber(entry, '+ 1'),
      copyTransfer(entry.transfer_id, transfer),
      copyEntry(moved, { transfer, place: String(entry.account_version) }),
    ],
    accounts: touched.accounts,
    transfers: [transfer],
  };
};

const insertClearingEntry: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const account = draws.pick(
    books.accounts.filter(({ id, kind }) => kind === 'clearing' && id !== entry.to_account_id && id !== entry.from_account_id),
  );
  const sql = `insert into entries select (select max(id) + 1 from entries), '${account.id}', '${account.id}', '${entry.transfer_id}', null, 100, 0,
    null, null, null, null, null, at from transfers where id = '${entry.transfer_id}'`;
  return { sql: [sql], accounts: [account.id], transfers: [entry.transfer_id] };
};

const insertTransfer: Make = (draws, books) => {
  const entry = draws.pick(books.personal);
  const transfer = randomUUID();
  return { sql: [copyTransfer(entry.transfer_id, transfer)], accounts: touch(entry).accounts, transfers: [transfer] };
};

export const TAMPERINGS: Readonly<Record<string, Make>> = {
  'change a personal entry': changeEntry('personal'),
  'change a clearing entry': changeEntry('clearing'),
  'change a transfer': changeTransfer,
  'change an account': changeAccount,
  'rename a clearing account': renameClearing,
  "change an entry's number": changeNumber,
  'delete a personal entry': deleteEntry('personal'),
  'delete a clearing entry': deleteEntry('clearing'),
  'delete an entry and close the gap': deleteAndCloseGap,
  'delete a transfer': deleteTransfer,
  'delete a movement': deleteMovement,
  'take back the last movement': rollBackAccount,
  'swap two entries': swapEntries,
  'append an entry': appendEntry,
  'insert an entry': insertInMiddle,
  'insert a clearing entry': insertClearingEntry,
  'insert a transfer': insertTransfer,
};
