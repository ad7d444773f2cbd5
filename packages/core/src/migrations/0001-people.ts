/**
 * Names, numbers and secrets are sealed (AES-256-GCM); *_index columns are keyed hashes to find a row by. persons.id is the holder's id that every other
 * table carries. register_cursor: the last change of the insurance register that was taken over. institution_keys: what an institution signs with; while it
 * changes over it has two.
 */
export const people = {
  id: '0001-people',
  sql: `
create function check_step() returns trigger language plpgsql as $$
begin
  if not (old.state || '>' || new.state = any (tg_argv)) then
    raise exception '% may not go from % to %', tg_table_name, old.state, new.state
      using errcode = 'check_violation', constraint = tg_name, table = tg_table_name;
  end if;
  return new;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_name, table = tg_table_name;
end $$;

create table persons (
  id uuid primary key,
  openid_index bytea,
  certificate_kind text not null,
  certificate_sealed bytea not null,
  certificate_index bytea not null,
  name_sealed bytea not null,
  birth_date date not null,
  region_code text not null,
  scheme text not null,
  insurance_state text not null,
  groups text[] not null default '{}',
  died_on date,
  enrolled_at timestamptz not null,
  changed_at timestamptz not null,
  constraint persons__one_per_certificate unique (certificate_index),
  constraint persons__one_per_openid unique (openid_index),
  constraint persons__certificate_kind check (certificate_kind in ('resident-id', 'hmt-residence-permit', 'birth-certificate')),
  constraint persons__region check (region_code ~ '^[0-9]{6}$'),
  constraint persons__scheme check (scheme in ('employee', 'resident')),
  constraint persons__insurance_state check (insurance_state in ('normal', 'paused', 'ended', 'none'))
);

create table register_cursor (
  only_row boolean primary key default true,
  number bigint not null,
  moved_at timestamptz not null,
  constraint register_cursor__one_row check (only_row),
  constraint register_cursor__counts_from_zero check (number >= 0)
);
insert into register_cursor (number, moved_at) values (0, now());

create table institutions (
  id uuid primary key,
  holder_id uuid not null,
  code text not null,
  name text not null,
  region_code text not null,
  kind text not null,
  -- null: plain messages.
  sm_sealed bytea,
  registered_at timestamptz not null,
  constraint institutions__holds_itself check (holder_id = id),
  constraint institutions__one_per_code unique (code),
  constraint institutions__kind check (kind in ('hospital', 'pharmacy')),
  constraint institutions__region check (region_code ~ '^[0-9]{6}$')
);

create table institution_keys (
  access_key text primary key,
  holder_id uuid not null references institutions (id),
  secret_sealed bytea not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index institution_keys__in_use on institution_keys (holder_id) where removed_at is null;
`,
};
