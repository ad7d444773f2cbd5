/** The domain's table of steps once more, row by row: which step each reason takes, and whose it is. A test compares the two for every reason and state. */
export const GRANT_STEP_FUNCTIONS = `
create function grant_step_allowed(reason text, from_state text, to_state text) returns boolean language sql immutable as $$
  select coalesce(case reason
    when 'proposed' then from_state in ('none', 'ended') and to_state = 'proposed'
    when 'sponsor-pledged' then from_state in ('none', 'ended') and to_state = 'active'
    when 'guardian-stated' then from_state in ('none', 'ended') and to_state = 'active'
    when 'temporary-member' then from_state in ('none', 'ended') and to_state = 'active'
    when 'accepted' then from_state = 'proposed' and to_state = 'active'
    when 'accepted-with-face-check' then from_state = 'proposed' and to_state = 'active'
    when 'declined' then from_state = 'proposed' and to_state = 'ended'
    when 'withdrawn' then from_state = 'proposed' and to_state = 'ended'
    when 'invitation-expired' then from_state = 'proposed' and to_state = 'ended'
    when 'paused-by-owner' then from_state = 'active' and to_state = 'paused'
    when 'paused-by-relative' then from_state = 'active' and to_state = 'paused'
    when 'resumed-by-owner' then from_state = 'paused' and to_state = 'active'
    when 'resumed-by-relative' then from_state = 'paused' and to_state = 'active'
    when 'closed-by-owner' then from_state in ('active', 'paused') and to_state = 'ended'
    when 'closed-by-relative' then from_state in ('active', 'paused') and to_state = 'ended'
    when 'unbound-by-owner' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'unbound-by-relative' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'ran-out' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'came-of-age' then from_state in ('active', 'paused') and to_state = 'proposed'
    when 'owner-insurance-paused' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'owner-insurance-ended' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'owner-moved' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'owner-died' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'relative-insurance-paused' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'relative-insurance-ended' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'relative-moved' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
    when 'relative-died' then from_state in ('proposed', 'active', 'paused') and to_state = 'ended'
  end, false)
$$;

create function grant_step_by(reason text) returns text language sql immutable as $$
  select case
    when reason in ('proposed', 'sponsor-pledged', 'guardian-stated', 'temporary-member', 'withdrawn') or reason like '%-by-owner' then 'owner'
    when reason in ('accepted', 'accepted-with-face-check', 'declined') or reason like '%-by-relative' then 'relative'
    else 'system'
  end
$$;

create function grants_take_steps() returns trigger language plpgsql as $$
declare
  from_state text := 'none';
begin
  if tg_op = 'UPDATE' then
    from_state := old.state;
  end if;
  if not grant_step_allowed(new.reason, from_state, new.state) then
    raise exception 'a grant may not go from % to % by %', from_state, new.state, new.reason
      using errcode = 'check_violation', constraint = 'grants__allowed_step', table = 'grants';
  end if;
  return new;
end $$;
`;
