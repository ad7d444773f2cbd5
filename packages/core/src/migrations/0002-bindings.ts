/** bindings.holder_id is the owner, who started it and, on share-funds, is the sponsor. */
export const bindings = {
  id: '0002-bindings',
  sql: `
create table bindings (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  relative_id uuid not null references persons (id),
  relation text not null,
  state text not null,
  created_at timestamptz not null,
  accept_by timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint bindings__not_with_oneself check (holder_id <> relative_id),
  constraint bindings__relation check (relation in ('spouse', 'parent', 'child', 'sibling', 'paternal-grandparent',
    'maternal-grandparent', 'paternal-grandchild', 'maternal-grandchild')),
  constraint bindings__state check (state in ('proposed', 'active', 'paused', 'ended')),
  constraint bindings__ended_has_time check ((state = 'ended') = (ended_at is not null)),
  constraint bindings__proposed_has_deadline check (state <> 'proposed' or accept_by is not null)
);
create unique index bindings__one_live on bindings (holder_id, relative_id) where state <> 'ended';
create index bindings__by_holder on bindings (holder_id, created_at);
create index bindings__by_relative on bindings (relative_id, created_at);
create index bindings__by_deadline on bindings (accept_by) where accept_by is not null and state <> 'ended';
create trigger bindings__allowed_step before update on bindings for each row when (old.state is distinct from new.state)
  execute function check_step('proposed>active', 'proposed>ended', 'active>paused', 'active>ended', 'paused>active', 'paused>ended');

create table grants (
  binding_id uuid not null references bindings (id),
  kind text not null,
  holder_id uuid not null,
  state text not null,
  uses text[] not null default '{}',
  cap_per_payment_fen bigint,
  cap_per_month_fen bigint,
  starts_on date not null,
  ends_on date,
  changed_at timestamptz not null,
  primary key (binding_id, kind),
  constraint grants__kind check (kind in ('show-code', 'share-funds')),
  constraint grants__state check (state in ('proposed', 'active', 'paused', 'ended')),
  constraint grants__uses check (uses <@ array['care', 'drug', 'device', 'premium', 'ltc-premium']),
  constraint grants__uses_of_funds_only check ((kind = 'share-funds') = (cardinality(uses) > 0)),
  constraint grants__caps check (cap_per_payment_fen > 0 and cap_per_month_fen > 0),
  constraint grants__dates check (ends_on is null or ends_on >= starts_on)
);
create index grants__by_end on grants (ends_on) where ends_on is not null and state <> 'ended';
create trigger grants__allowed_step before update on grants for each row when (old.state is distinct from new.state)
  execute function check_step('proposed>active', 'proposed>ended', 'active>proposed', 'active>paused', 'active>ended', 'paused>active', 'paused>ended');

create table shared_limits (
  holder_id uuid primary key references persons (id),
  limit_fen bigint not null,
  set_at timestamptz not null,
  constraint shared_limits__positive check (limit_fen > 0)
);

create table consents (
  binding_id uuid primary key references bindings (id),
  holder_id uuid not null,
  version text not null,
  guardian_statement boolean not null,
  signature text not null,
  signed_at timestamptz not null
);
create trigger consents__append_only before update or delete or truncate on consents execute function refuse_change();
`,
};
