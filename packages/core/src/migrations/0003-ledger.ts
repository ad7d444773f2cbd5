/**
 * Double entry in 分. Personal accounts (one per pot) carry a balance; clearing accounts (opening, institutions, tax office) are hot and carry
 * none: theirs is the sum of their entries. transfers and entries are never changed: a hold is `pending`, and one later row posts or voids it.
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
  opened_at timestamptz not null,
  constraint accounts__kind check (kind in ('personal', 'clearing')),
  constraint accounts__pot check (pot in ('currentYear', 'carriedOver')),
  constraint accounts__personal_has_balance check ((kind = 'personal') = (pot is not null and balance is not null and frozen is not null)),
  constraint accounts__clearing_has_name check ((kind = 'clearing') = (name is not null and balance is null and frozen is null)),
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
  pending_id uuid references transfers (id),
  from_account_id uuid not null references accounts (id),
  to_account_id uuid not null references accounts (id),
  amount bigint not null,
  reason text not null,
  subject_id uuid not null,
  for_person_id uuid,
  at timestamptz not null,
  constraint transfers__one_per_request unique (holder_id, request_id),
  constraint transfers__one_resolution unique (pending_id),
  constraint transfers__kind check (kind in ('posted', 'pending', 'post-pending', 'void-pending')),
  constraint transfers__resolution_names_pending check ((kind in ('post-pending', 'void-pending')) = (pending_id is not null)),
  constraint transfers__amount_positive check (amount > 0),
  constraint transfers__two_accounts check (from_account_id <> to_account_id),
  constraint transfers__reason check (reason in ('opening', 'credit', 'settlement', 'premium-hold', 'premium-paid', 'premium-released', 'refund'))
);
create index transfers__by_subject on transfers (subject_id);

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
create trigger transfers__append_only before update or delete or truncate on transfers execute function refuse_change();

create table entries (
  id bigint generated always as identity primary key,
  holder_id uuid not null,
  account_id uuid not null references accounts (id),
  transfer_id uuid not null references transfers (id),
  account_version bigint,
  amount bigint not null,
  frozen_delta bigint not null,
  balance_before bigint,
  balance_after bigint,
  frozen_before bigint,
  frozen_after bigint,
  at timestamptz not null,
  constraint entries__one_per_side unique (transfer_id, account_id),
  constraint entries__one_per_version unique (account_id, account_version),
  constraint entries__balance_adds_up check (balance_before + amount = balance_after),
  constraint entries__frozen_adds_up check (frozen_before + frozen_delta = frozen_after),
  constraint entries__never_below_zero check (balance_after >= 0 and frozen_after >= 0 and frozen_after <= balance_after),
  constraint entries__complete check (num_nonnulls(account_version, balance_before, balance_after, frozen_before, frozen_after) in (0, 5))
);
create index entries__by_holder on entries (holder_id, id);
create trigger entries__append_only before update or delete or truncate on entries execute function refuse_change();
`,
};
