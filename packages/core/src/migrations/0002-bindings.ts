import { GRANT_STEP_FUNCTIONS } from './grant-step-functions';

/**
 * bindings.holder_id is the owner, who started it and, on share-funds, is the sponsor; deduction_orders.holder_id is the person whose cost it is.
 * One grants row a kind: the grant of that kind now, which may begin again after it has ended. grant_changes keeps every step there was.
 * bindings.checked_at is null while the insurance of one of the two has changed and nobody has looked at what that ends.
 */
export const bindings = {
  id: '0002-bindings',
  sql: `
create table bindings (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  relative_id uuid not null references persons (id),
  relation text not null,
  state text not null,
  owner_region_code text not null,
  relative_region_code text not null,
  created_at timestamptz not null,
  accept_by timestamptz,
  invitation_hash bytea,
  checked_at timestamptz,
  changed_at timestamptz not null,
  ended_at timestamptz,
  constraint bindings__not_with_oneself check (holder_id <> relative_id),
  constraint bindings__relation check (relation in ('spouse', 'parent', 'child', 'sibling', 'paternal-grandparent',
    'maternal-grandparent', 'paternal-grandchild', 'maternal-grandchild')),
  constraint bindings__state check (state in ('proposed', 'active', 'paused', 'ended')),
  constraint bindings__regions check (owner_region_code ~ '^[0-9]{6}$' and relative_region_code ~ '^[0-9]{6}$'),
  constraint bindings__ended_has_time check ((state = 'ended') = (ended_at is not null)),
  constraint bindings__proposed_has_deadline check (state <> 'proposed' or accept_by is not null),
  constraint bindings__deadline_has_invitation check (accept_by is null or invitation_hash is not null),
  constraint bindings__one_per_invitation unique (invitation_hash)
);
create unique index bindings__one_live on bindings (holder_id, relative_id) where state <> 'ended';
create index bindings__by_holder on bindings (holder_id, created_at);
create index bindings__by_relative on bindings (relative_id, created_at);
create index bindings__by_deadline on bindings (accept_by) where accept_by is not null and state <> 'ended';
create index bindings__to_check on bindings (id) where checked_at is null and state <> 'ended';
create trigger bindings__allowed_step before update on bindings for each row when (old.state is distinct from new.state)
  execute function check_step('proposed>active', 'proposed>ended', 'active>proposed', 'active>paused', 'active>ended',
    'paused>proposed', 'paused>active', 'paused>ended');

${GRANT_STEP_FUNCTIONS}
create table grants (
  binding_id uuid not null references bindings (id),
  kind text not null,
  holder_id uuid not null,
  state text not null,
  reason text not null,
  agreed_by text,
  agreed_on date,
  uses text[] not null default '{}',
  cap_per_payment_fen bigint,
  cap_per_month_fen bigint,
  place int,
  starts_on date not null,
  ends_on date,
  changed_at timestamptz not null,
  primary key (binding_id, kind),
  constraint grants__kind check (kind in ('show-code', 'share-funds')),
  constraint grants__state check (state in ('proposed', 'active', 'paused', 'ended')),
  constraint grants__agreed_by check (agreed_by in ('sponsor', 'guardian', 'relative')),
  constraint grants__agreed_has_day check ((agreed_by is null) = (agreed_on is null)),
  constraint grants__agreed_unless_proposed check (case state when 'proposed' then agreed_by is null when 'ended' then true else agreed_by is not null end),
  constraint grants__uses check (uses <@ array['care', 'drug', 'device', 'premium', 'ltc-premium']),
  constraint grants__uses_of_funds_only check ((kind = 'share-funds') = (cardinality(uses) > 0)),
  constraint grants__caps check (cap_per_payment_fen > 0 and cap_per_month_fen > 0),
  constraint grants__place check (place is null or (place between 1 and 9 and kind = 'share-funds')),
  constraint grants__dates check (ends_on is null or ends_on >= starts_on)
);
create index grants__by_end on grants (ends_on) where ends_on is not null and state <> 'ended';
create index grants__funds_by_holder on grants (holder_id) where kind = 'share-funds' and state <> 'ended';
create index grants__by_guardian on grants (binding_id) where agreed_by = 'guardian' and kind = 'show-code' and state in ('active', 'paused');

create trigger grants__allowed_step before update on grants for each row
  when ((old.state, old.reason) is distinct from (new.state, new.reason)) execute function grants_take_steps();
create trigger grants__allowed_beginning before insert on grants for each row execute function grants_take_steps();

create function bindings_follow_grants() returns trigger language plpgsql as $$
begin
  perform 1 from bindings b, lateral (
    select case when bool_or(g.state = 'active') then 'active' when bool_or(g.state = 'paused') then 'paused'
                when bool_or(g.state = 'proposed') then 'proposed' else 'ended' end state,
           bool_or(g.state = 'proposed') waits, bool_and(g.holder_id = b.holder_id) of_owner
      from grants g where g.binding_id = b.id) g
   where b.id = coalesce(to_jsonb(new) ->> 'binding_id', to_jsonb(new) ->> 'id')::uuid
     and (b.state, b.accept_by is not null, true) is distinct from (g.state, g.waits, g.of_owner);
  if found then
    raise exception 'a binding is what its grants are' using errcode = 'check_violation', constraint = 'bindings__follows_grants', table = 'bindings';
  end if;
  return null;
end $$;
create constraint trigger bindings__follows_grants after insert or update of state, accept_by, holder_id on bindings deferrable initially deferred
  for each row execute function bindings_follow_grants();
create constraint trigger grants__lead_bindings after insert or update of state, holder_id on grants deferrable initially deferred
  for each row execute function bindings_follow_grants();

create table grant_changes (
  id bigint generated always as identity primary key,
  binding_id uuid not null,
  holder_id uuid not null,
  kind text not null,
  from_state text not null,
  to_state text not null,
  reason text not null,
  actor_id uuid references persons (id),
  at timestamptz not null,
  foreign key (binding_id, kind) references grants (binding_id, kind),
  constraint grant_changes__allowed_step check (grant_step_allowed(reason, from_state, to_state)),
  constraint grant_changes__actor check (case grant_step_by(reason)
    when 'system' then actor_id is null when 'owner' then coalesce(actor_id = holder_id, false) else coalesce(actor_id <> holder_id, false) end)
);
create index grant_changes__by_binding on grant_changes (binding_id, id);
create index grant_changes__used_by_holder on grant_changes (holder_id) where kind = 'share-funds' and to_state = 'active';
create trigger grant_changes__append_only before update or delete or truncate on grant_changes execute function refuse_change();

create table deduction_orders (
  holder_id uuid not null references persons (id),
  binding_id uuid not null references bindings (id),
  position int not null,
  set_at timestamptz not null,
  primary key (holder_id, binding_id),
  constraint deduction_orders__one_per_position unique (holder_id, position),
  constraint deduction_orders__position check (position >= 1)
);

create table shared_limits (
  holder_id uuid primary key references persons (id),
  limit_fen bigint not null,
  set_at timestamptz not null,
  constraint shared_limits__positive check (limit_fen > 0)
);

create table shared_limit_changes (
  id bigint generated always as identity primary key,
  holder_id uuid not null references persons (id),
  from_fen bigint,
  to_fen bigint,
  at timestamptz not null,
  constraint shared_limit_changes__positive check (to_fen > 0),
  constraint shared_limit_changes__changes check (from_fen is distinct from to_fen)
);
create index shared_limit_changes__by_holder on shared_limit_changes (holder_id, at);
create trigger shared_limit_changes__append_only before update or delete or truncate on shared_limit_changes execute function refuse_change();

create table consents (
  id uuid primary key,
  binding_id uuid not null references bindings (id),
  holder_id uuid not null,
  version text not null,
  guardian_statement boolean not null,
  signature text not null,
  signed_at timestamptz not null
);
create index consents__by_binding on consents (binding_id);
create trigger consents__append_only before update or delete or truncate on consents execute function refuse_change();
`,
};
