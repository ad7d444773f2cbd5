/**
 * What an institution took back. settlement_id is null where the message that was to settle never arrived: its msgid is then used up. holder_id is the
 * patient, or the institution where there is none.
 */
export const settlementVoids = {
  id: '0011-settlement-voids',
  sql: `
create table settlement_voids (
  id uuid primary key,
  holder_id uuid not null,
  institution_id uuid not null references institutions (id),
  msgid text not null,
  settlement_id uuid references settlements (id),
  at timestamptz not null,
  constraint settlement_voids__one_per_msgid unique (institution_id, msgid),
  constraint settlement_voids__one_per_settlement unique (settlement_id)
);
create trigger settlement_voids__append_only before update or delete or truncate on settlement_voids execute function refuse_change();

alter table transfers drop constraint transfers__reason;
alter table transfers add constraint transfers__reason check (reason in (
  'opening', 'credit', 'year-switch', 'settlement', 'settlement-void', 'premium-hold', 'premium-paid', 'premium-released', 'refund'));

do $$ begin
  if exists (select from pg_roles where rolname = 'gongji_app') then grant select, insert on settlement_voids to gongji_app; end if;
end $$;
`,
};
