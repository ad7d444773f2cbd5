import { PREMIUM_STEP_FUNCTIONS } from './premium-step-functions';

/**
 * holder_id is the payer. One open or paid premium per person, year and place, over all payers and devices: a unique index, not a check in the program.
 * premium_changes keeps every step after the beginning, and is written by the step itself. A payment repeats its quote, which refers to people and binding: looked up once a statement.
 */
export const premiums = {
  id: '0006-premiums',
  sql: `
create table premium_quotes (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  binding_id uuid not null references bindings (id),
  person_id uuid not null references persons (id),
  year int not null,
  region_code text not null,
  amount_fen bigint not null,
  policy_version text not null,
  levy jsonb not null,
  terms jsonb not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  constraint premium_quotes__amount_positive check (amount_fen > 0),
  constraint premium_quotes__expires_later check (expires_at > made_at)
);
create trigger premium_quotes__append_only before update or delete or truncate on premium_quotes execute function refuse_change();

create table clearing_batches (
  id uuid primary key,
  holder_id uuid not null,
  region_code text not null,
  state text not null,
  item_count int not null,
  total_fen bigint not null,
  made_at timestamptz not null,
  send_from timestamptz not null,
  done_at timestamptz,
  constraint clearing_batches__state check (state in ('made', 'done')),
  constraint clearing_batches__done_has_time check ((state = 'done') = (done_at is not null)),
  constraint clearing_batches__not_empty check (item_count > 0 and total_fen > 0)
);
create index clearing_batches__open on clearing_batches (made_at) where state = 'made';
create trigger clearing_batches__allowed_step before update on clearing_batches for each row when (old.state is distinct from new.state)
  execute function check_step('made>done');

create table premium_payments (
  -- Of its quote: what was agreed to once is one payment.
  id uuid primary key,
  number text not null,
  holder_id uuid not null,
  person_id uuid not null,
  binding_id uuid not null,
  year int not null,
  region_code text not null,
  amount_fen bigint not null,
  state text not null,
  -- Why it is in its state: the last step it took.
  reason text not null,
  clearing_way text not null,
  benefit_starts_on date not null,
  clears_from date not null,
  clears_by date,
  voidable_until date,
  next_check_at timestamptz,
  void_requested_at timestamptz,
  tax_number text,
  batch_id uuid references clearing_batches (id),
  submitted_at timestamptz not null,
  applied_at timestamptz,
  clearing_at timestamptz,
  paid_at timestamptz,
  posted_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  constraint premium_payments__one_per_number unique (number),
  constraint premium_payments__state check (state in ('submitting', 'applied', 'clearing', 'paid', 'posted', 'voided', 'failed', 'locked', 'unknown',
    'refunding', 'refunded')),
  constraint premium_payments__clearing_way check (clearing_way in ('at-once', 'month-end-working-days', 'tax-batch', 'month-end-sweep')),
  constraint premium_payments__amount_positive check (amount_fen > 0),
  constraint premium_payments__not_for_oneself check (holder_id <> person_id),
  constraint premium_payments__applied_has_number check (state not in ('applied', 'clearing') or (tax_number is not null and applied_at is not null)),
  constraint premium_payments__applied_is_due check (state <> 'applied' or next_check_at is not null),
  constraint premium_payments__clearing_has_batch check (state <> 'clearing' or (batch_id is not null and clearing_at is not null)),
  constraint premium_payments__paid_has_receipt check (state not in ('paid', 'posted', 'refunding', 'refunded') or (tax_number is not null and paid_at is not null)),
  constraint premium_payments__posted_has_time check (state in ('refunding', 'refunded') or (state = 'posted') = (posted_at is not null)),
  constraint premium_payments__closed_has_time check ((state in ('voided', 'failed', 'refunded')) = (closed_at is not null))
);
-- One that is closed stands beside it under its own id. It also finds a person's payments: one index less to enter at each step.
create unique index premium_payments__one_open_or_paid on premium_payments
  (person_id, year, region_code, (case when state in ('voided', 'failed', 'refunded') then id end)) nulls not distinct;
create index premium_payments__by_holder on premium_payments (holder_id, binding_id, submitted_at);
create index premium_payments__under_way on premium_payments (state, next_check_at) where state not in ('posted', 'voided', 'failed', 'refunded');
create index premium_payments__by_batch on premium_payments (batch_id) where batch_id is not null;
${PREMIUM_STEP_FUNCTIONS}
-- Written by the payment's own step, and payments are never removed: nothing to look up.
create table premium_changes (
  id bigint generated always as identity,
  holder_id uuid not null,
  payment_id uuid not null,
  from_state text not null,
  to_state text not null,
  reason text not null,
  at timestamptz not null,
  constraint premium_changes__allowed_step check (premium_step_allowed(reason, from_state, to_state)),
  primary key (payment_id, id)
);
create trigger premium_changes__append_only before update or delete or truncate on premium_changes execute function refuse_change();

create trigger premium_payments__allowed_step after update on premium_payments referencing old table as before new table as after for each statement
  execute function premiums_take_steps();
create trigger premium_payments__allowed_beginning before insert on premium_payments for each row
  when ((new.state, new.reason) is distinct from ('submitting', 'held')) execute function refuse_beginning();

-- What was asked of the tax office, each under an id of its own: one that was refused may be asked again for another reason.
create table premium_refunds (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  payment_id uuid not null references premium_payments (id),
  reason text not null,
  state text not null,
  refusal text,
  expected_on date,
  tax_number text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  constraint premium_refunds__reason check (reason in ('duplicate', 'died', 'moved-to-employee')),
  constraint premium_refunds__state check (state in ('asked', 'refunded', 'refused')),
  constraint premium_refunds__refused_has_refusal check ((state = 'refused') = (refusal is not null)),
  constraint premium_refunds__refunded_has_number check ((state = 'refunded') = (tax_number is not null)),
  constraint premium_refunds__ended_has_time check ((state = 'asked') = (ended_at is null))
);
create unique index premium_refunds__one_open on premium_refunds (payment_id) where state <> 'refused';
create index premium_refunds__by_payment on premium_refunds (payment_id, asked_at);
create trigger premium_refunds__allowed_step before update on premium_refunds for each row when (old.state is distinct from new.state)
  execute function check_step('asked>refunded', 'asked>refused');
create trigger premium_refunds__never_removed before delete or truncate on premium_refunds execute function refuse_change();

create function premium_payments_repeat_quotes() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform 1 from fresh f left join lateral (select * from premium_quotes q where q.id = f.id offset 0) q on true
   where (f.holder_id, f.person_id, f.binding_id, f.year, f.region_code, f.amount_fen)
         is distinct from (q.holder_id, q.person_id, q.binding_id, q.year, q.region_code, q.amount_fen);
  if found then
    raise exception 'a payment is what was quoted' using errcode = 'foreign_key_violation', constraint = 'premium_payments__repeats_quote', table = 'premium_payments';
  end if;
  return null;
end $$;
create trigger premium_payments__repeats_quote after insert on premium_payments referencing new table as fresh for each statement
  execute function premium_payments_repeat_quotes();
create trigger premium_payments__never_removed before delete or truncate on premium_payments execute function refuse_change();
`,
};
