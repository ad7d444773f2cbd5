/**
 * The runs that go through all accounts: a month's credits, a year's switch. One row a run, with how far it has come: a page of accounts and the place are one
 * transaction, so that a killed run goes on where it stopped.
 */
export const accountRuns = {
  id: '0008-account-runs',
  sql: `
create table account_runs (
  kind text not null,
  -- The month of a credit (2026-12), the year that begins with a switch (2027).
  period text not null,
  -- The last line of the month's file, the last holder switched; empty: none yet.
  cursor text not null default '',
  done_count bigint not null default 0,
  -- Lines of people without an account here, or who were credited before.
  passed_count bigint not null default 0,
  amount bigint not null default 0,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  constraint account_runs__one_per_period primary key (kind, period),
  constraint account_runs__kind check (kind in ('credit', 'year-switch')),
  constraint account_runs__period check (period ~ case kind when 'credit' then '^[0-9]{4}-(0[1-9]|1[0-2])$' else '^[0-9]{4}$' end),
  constraint account_runs__counts check (done_count >= 0 and passed_count >= 0 and amount >= 0)
);
create trigger account_runs__finished_once before update on account_runs for each row when (old.finished_at is not null) execute function refuse_change();
create trigger account_runs__never_removed before delete or truncate on account_runs execute function refuse_change();

create index accounts__by_opening on accounts (opened_at) where kind = 'personal';

alter table transfers drop constraint transfers__reason;
alter table transfers add constraint transfers__reason
  check (reason in ('opening', 'credit', 'year-switch', 'settlement', 'premium-hold', 'premium-paid', 'premium-released', 'refund'));
`,
};
