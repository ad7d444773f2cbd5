import { DIFFERENCE_KINDS, DIFFERENCE_STATES, TAX_LINE_STATES } from '@gongji/domain';

const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/**
 * The tax office's daily files as they were read, and how our payments differ from them. holder_id is the tax office's account of the region. Payment ids
 * are text: a file may name some that are none of ours. Nothing in here moves money.
 */
export const reconciliation = {
  id: '0009-reconciliation',
  sql: `
create table reconciliation_runs (
  id uuid primary key,
  holder_id uuid not null,
  region_code text not null,
  file_date date not null,
  state text not null,
  cursor text,
  compared_after text not null default '',
  line_count int not null default 0,
  agreeing_count int not null default 0,
  try_from timestamptz not null,
  started_at timestamptz not null,
  done_at timestamptz,
  constraint reconciliation_runs__one_per_day unique (region_code, file_date),
  constraint reconciliation_runs__state check (state in ('reading', 'comparing', 'done')),
  constraint reconciliation_runs__done_has_time check ((state = 'done') = (done_at is not null))
);
create index reconciliation_runs__open on reconciliation_runs (file_date) where state <> 'done';
create trigger reconciliation_runs__allowed_step before update on reconciliation_runs for each row when (old.state is distinct from new.state)
  execute function check_step('reading>comparing', 'comparing>done');
create trigger reconciliation_runs__never_removed before delete or truncate on reconciliation_runs execute function refuse_change();

create table tax_file_lines (
  holder_id uuid not null,
  run_id uuid not null references reconciliation_runs (id),
  position int not null,
  file_date date not null,
  payment_id text not null,
  tax_number text not null,
  person_index bytea not null,
  year int not null,
  region_code text not null,
  amount_fen bigint not null,
  state text not null,
  primary key (run_id, position),
  constraint tax_file_lines__state check (state in (${listed(TAX_LINE_STATES)}))
);
create index tax_file_lines__by_payment on tax_file_lines (payment_id, file_date);
create index tax_file_lines__by_levy on tax_file_lines (person_index, year);
create trigger tax_file_lines__append_only before update or delete or truncate on tax_file_lines execute function refuse_change();

-- What a run compares: settled once, when its file has been read, so that a killed run goes on in the same list.
create table reconciliation_subjects (
  holder_id uuid not null,
  run_id uuid not null references reconciliation_runs (id),
  payment_id text not null,
  primary key (run_id, payment_id)
);

create table reconciliation_differences (
  id uuid primary key,
  number bigint generated always as identity,
  holder_id uuid not null,
  run_id uuid not null references reconciliation_runs (id),
  region_code text not null,
  payment_id text not null,
  kind text not null,
  our_value text,
  their_value text,
  amount_fen bigint not null,
  found_on date not null,
  state text not null,
  reason text,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  constraint reconciliation_differences__kind check (kind in (${listed(DIFFERENCE_KINDS)})),
  constraint reconciliation_differences__state check (state in (${listed(DIFFERENCE_STATES)})),
  constraint reconciliation_differences__closed_has_reason check ((state = 'open') = (reason is null))
);
create unique index reconciliation_differences__one_standing on reconciliation_differences (region_code, payment_id, kind) where state <> 'resolved';
create index reconciliation_differences__open on reconciliation_differences (found_on) where state = 'open';
create index reconciliation_differences__by_run on reconciliation_differences (run_id);
create trigger reconciliation_differences__allowed_step before update on reconciliation_differences for each row
  when (old.state is distinct from new.state) execute function check_step('open>explained', 'open>resolved', 'explained>open', 'explained>resolved');
create trigger reconciliation_differences__never_removed before delete or truncate on reconciliation_differences execute function refuse_change();
`,
};
