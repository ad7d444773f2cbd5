/**
 * Double entry in 分. Personal accounts (one per pot) carry a balance; clearing accounts (opening, institutions, tax office) are hot and carry
 * none: theirs is the sum of their entries. transfers and entries are never changed: a hold is `pending`, and one later row posts or voids it.
 * Each entry of a personal account carries a keyed hash over itself, its transfer and the hash before it; the account keeps the last one.
 *
 * What a row refers to is checked once a statement, not once a row: payments come in groups, and accounts and transfers are never removed, so that
 * nobody has to hold on to them. The plans are pinned (`offset 0` keeps a look-up one), because a server plans a statement before it knows how large the
 * tables will be.
 */
export const ledger = {
  id: '0003-ledger',
  sql: `
create table accounts (
  id uuid primary key,
  holder_id uuid not null,
  kind text not null,
  pot text,
  name text,
  balance bigint,
  frozen bigint,
  version bigint not null default 0,
  chain_head bytea,
  opened_at timestamptz not null,
  constraint accounts__kind check (kind in ('personal', 'clearing')),
  constraint accounts__pot check (pot in ('currentYear', 'carriedOver')),
  constraint accounts__personal_has_balance check ((kind = 'personal') = (pot is not null and balance is not null and frozen is not null)),
  constraint accounts__clearing_has_name check ((kind = 'clearing') = (name is not null and balance is null and frozen is null)),
  constraint accounts__moved_has_chain check ((version > 0) = (chain_head is not null)),
  constraint accounts__frozen_within_balance check (0 <= frozen and frozen <= balance)
) with (fillfactor = 80);
create unique index accounts__one_per_pot on accounts (holder_id, pot) where kind = 'personal';
create unique index accounts__one_per_name on accounts (name) where kind = 'clearing';

create function accounts_count_versions() returns trigger language plpgsql as $$
begin
  if (new.balance, new.frozen) is distinct from (old.balance, old.frozen) and new.version <= old.version then
    raise exception 'a balance changes with its version' using errcode = 'check_violation', constraint = 'accounts__version_counts', table = 'accounts';
  end if;
  return new;
end $$;
create trigger accounts__version_counts before update on accounts for each row execute function accounts_count_versions();
create trigger accounts__never_removed before delete or truncate on accounts execute function refuse_change();

create table transfers (
  id uuid primary key,
  holder_id uuid not null,
  request_id text not null,
  kind text not null,
  pending_id uuid,
  from_account_id uuid not null,
  to_account_id uuid not null,
  amount bigint not null,
  reason text not null,
  subject_id uuid not null,
  for_person_id uuid,
  at timestamptz not null,
  constraint transfers__one_per_request unique (subject_id, holder_id, request_id),
  constraint transfers__kind check (kind in ('posted', 'pending', 'post-pending', 'void-pending')),
  constraint transfers__resolution_names_pending check ((kind in ('post-pending', 'void-pending')) = (pending_id is not null)),
  constraint transfers__amount_positive check (amount > 0),
  constraint transfers__two_accounts check (from_account_id <> to_account_id),
  constraint transfers__reason check (reason in ('opening', 'credit', 'settlement', 'premium-hold', 'premium-paid', 'premium-released', 'refund'))
);
create unique index transfers__one_resolution on transfers (pending_id) where pending_id is not null;

create function transfers_match_pending() returns trigger language plpgsql as $$
begin
  perform 1 from transfers p where p.id = new.pending_id and p.kind = 'pending' and p.holder_id = new.holder_id
    and p.amount = new.amount and p.from_account_id = new.from_account_id and p.to_account_id = new.to_account_id;
  if not found then
    raise exception 'a resolution repeats its pending transfer' using errcode = 'check_violation', constraint = 'transfers__matches_pending', table = 'transfers';
  end if;
  return new;
end $$;
create trigger transfers__matches_pending before insert on transfers for each row when (new.pending_id is not null)
  execute function transfers_match_pending();
create function transfers_name_accounts() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform 1 from fresh f
   where not exists (select from accounts a where a.id = f.from_account_id) or not exists (select from accounts a where a.id = f.to_account_id);
  if found then
    raise exception 'a transfer names its accounts' using errcode = 'foreign_key_violation', constraint = 'transfers__names_accounts', table = 'transfers';
  end if;
  return null;
end $$;
create trigger transfers__names_accounts after insert on transfers referencing new table as fresh for each statement
  execute function transfers_name_accounts();
create trigger transfers__append_only before update or delete or truncate on transfers execute function refuse_change();

create table entries (
  id bigint generated always as identity,
  holder_id uuid not null,
  account_id uuid not null,
  transfer_id uuid not null,
  account_version bigint,
  amount bigint not null,
  frozen_delta bigint not null,
  balance_before bigint,
  balance_after bigint,
  frozen_before bigint,
  frozen_after bigint,
  hash bytea,
  at timestamptz not null,
  constraint entries__one_per_side primary key (transfer_id, account_id),
  constraint entries__one_per_version unique (account_id, account_version),
  constraint entries__balance_adds_up check (balance_before + amount = balance_after),
  constraint entries__frozen_adds_up check (frozen_before + frozen_delta = frozen_after),
  constraint entries__never_below_zero check (balance_after >= 0 and frozen_after >= 0 and frozen_after <= balance_after),
  constraint entries__complete check (num_nonnulls(account_version, balance_before, balance_after, frozen_before, frozen_after, hash) in (0, 6))
);

create function entries_fit_transfers() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform 1 from fresh e left join lateral (select * from transfers t where t.id = e.transfer_id offset 0) t on true
   where (e.amount, e.frozen_delta) is distinct from (
     case when e.account_id = t.from_account_id then case when t.kind in ('posted', 'post-pending') then -t.amount else 0 end
          when e.account_id = t.to_account_id and t.kind in ('posted', 'post-pending') then t.amount end,
     case when e.account_id = t.from_account_id then case t.kind when 'pending' then t.amount when 'posted' then 0 else -t.amount end else 0 end);
  if found then
    raise exception 'an entry is one side of its transfer' using errcode = 'check_violation', constraint = 'entries__fit_transfers', table = 'entries';
  end if;
  return null;
end $$;
create trigger entries__fit_transfers after insert on entries referencing new table as fresh for each statement execute function entries_fit_transfers();
create trigger entries__append_only before update or delete or truncate on entries execute function refuse_change();
`,
};
