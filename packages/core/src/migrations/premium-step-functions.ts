/** The domain's table of steps once more, row by row: which step each reason takes, and whose it is. A test compares the two for every reason and state. */
export const PREMIUM_STEP_FUNCTIONS = `
create function premium_step_allowed(reason text, from_state text, to_state text) returns boolean language sql immutable as $$
  select coalesce(case reason
    when 'held' then from_state = 'none' and to_state = 'submitting'
    when 'accepted' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'applied'
    when 'found-paid' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'paid'
    when 'busy' then from_state in ('submitting', 'unknown') and to_state = 'locked'
    when 'no-answer' then from_state in ('submitting', 'locked') and to_state = 'unknown'
    when 'already-paid' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'failed'
    when 'already-applied' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'failed'
    when 'not-due' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'failed'
    when 'amount-changed' then from_state in ('submitting', 'unknown', 'locked') and to_state = 'failed'
    when 'voided-outside' then from_state in ('submitting', 'unknown', 'locked', 'applied', 'clearing') and to_state = 'failed'
    when 'joined-batch' then from_state = 'applied' and to_state = 'clearing'
    when 'clearing-refused' then from_state = 'clearing' and to_state = 'failed'
    when 'voided' then from_state = 'applied' and to_state = 'voided'
    when 'cleared' then from_state = 'clearing' and to_state = 'paid'
    when 'posted' then from_state = 'paid' and to_state = 'posted'
    when 'refund-duplicate' then from_state in ('paid', 'posted') and to_state = 'refunding'
    when 'refund-died' then from_state in ('paid', 'posted') and to_state = 'refunding'
    when 'refund-moved-to-employee' then from_state in ('paid', 'posted') and to_state = 'refunding'
    when 'refunded' then from_state = 'refunding' and to_state = 'refunded'
    when 'refund-refused-not-paid' then from_state = 'refunding' and to_state in ('paid', 'posted')
    when 'refund-refused-year-begun' then from_state = 'refunding' and to_state in ('paid', 'posted')
    when 'refund-refused-benefit-used' then from_state = 'refunding' and to_state in ('paid', 'posted')
    when 'refund-refused-not-eligible' then from_state = 'refunding' and to_state in ('paid', 'posted')
  end, false)
$$;

create function premium_step_by(reason text) returns text language sql immutable as $$
  select case
    when reason in ('held', 'voided', 'refund-duplicate', 'refund-died', 'refund-moved-to-employee') then 'payer'
    when reason in ('no-answer', 'joined-batch') then 'system'
    else 'tax-office'
  end
$$;

create function refuse_beginning() returns trigger language plpgsql as $$
begin
  raise exception 'a payment begins with its hold' using errcode = 'check_violation', constraint = tg_name, table = tg_table_name;
end $$;

-- A statement at a time: the check on premium_changes refuses a step that the table does not have. Two lists of the same rows have no index: of ten
-- thousand, a loop would compare each with each.
create function premiums_take_steps() returns trigger language plpgsql set enable_nestloop = off set enable_hashjoin = on as $$
begin
  insert into premium_changes (holder_id, payment_id, from_state, to_state, reason, at)
    select a.holder_id, a.id, b.state, a.state, a.reason, a.changed_at
      from after a join before b on b.id = a.id where b.state is distinct from a.state;
  return null;
end $$;
`;
