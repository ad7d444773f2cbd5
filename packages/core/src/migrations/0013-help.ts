/**
 * complaints: what people write, sealed like their names, for free text ends in one sooner or later. number is what is read out on the phone. complaint_answers
 * are added and never changed; whoever answers says more, not something else.
 * reminders: each day once a person and distance; written in the transaction that tells it.
 */
export const help = {
  id: '0013-help',
  sql: `
create table complaints (
  id uuid primary key,
  number text not null,
  holder_id uuid not null references persons (id),
  kind text not null,
  state text not null,
  subject_kind text,
  subject_id uuid,
  reference text,
  error_code text,
  text_sealed bytea not null,
  phone_sealed bytea,
  answer_by date not null,
  provisional boolean not null,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  constraint complaints__one_per_number unique (number),
  constraint complaints__number check (number ~ '^[0-9]{12}$'),
  constraint complaints__kind check (kind in ('debit', 'binding', 'premium', 'code', 'privacy', 'suggestion', 'other')),
  constraint complaints__state check (state in ('received', 'answered', 'closed')),
  constraint complaints__subject check (subject_kind in ('payment', 'settlement', 'binding')),
  constraint complaints__subject_complete check ((subject_kind is null) = (subject_id is null)),
  constraint complaints__closed_has_time check ((state = 'closed') = (closed_at is not null))
);
create index complaints__by_holder on complaints (holder_id, written_at);
create index complaints__to_answer on complaints (answer_by) where state = 'received';
create trigger complaints__allowed_step before update on complaints for each row when (old.state is distinct from new.state)
  execute function check_step('received>answered', 'received>closed', 'answered>closed');

create table complaint_answers (
  id bigint generated always as identity,
  holder_id uuid not null,
  complaint_id uuid not null references complaints (id),
  text_sealed bytea not null,
  at timestamptz not null,
  primary key (complaint_id, id)
);
create trigger complaint_answers__append_only before update or delete or truncate on complaint_answers execute function refuse_change();

-- null: on nobody's screen yet.
alter table messages add column read_at timestamptz;

-- openid_sealed: kept only for who allowed messages. left_count: one a tap, used up by one message.
create table subscriptions (
  holder_id uuid not null references persons (id),
  kind text not null,
  openid_sealed bytea not null,
  left_count int not null,
  since timestamptz not null,
  primary key (holder_id, kind),
  constraint subscriptions__kind check (kind in ('money', 'premium', 'binding', 'dates')),
  constraint subscriptions__left check (left_count between 0 and 100)
);
create index subscriptions__to_send on subscriptions (holder_id) where left_count > 0;

create table reminder_settings (
  holder_id uuid primary key references persons (id),
  is_on boolean not null,
  looked_on date
);

-- The days whose round has come to its end.
create table reminder_rounds (
  day date primary key,
  ended_at timestamptz not null
);

create table reminders (
  holder_id uuid not null references persons (id),
  kind text not null,
  subject_id uuid not null,
  on_day date not null,
  days_before int not null,
  at timestamptz not null,
  primary key (holder_id, subject_id, kind, on_day, days_before)
);
create trigger reminders__append_only before update or delete or truncate on reminders execute function refuse_change();

do $$ begin
  if exists (select from pg_roles where rolname = 'gongji_app') then
    grant select, insert on complaints, complaint_answers, reminder_settings, reminder_rounds, reminders, subscriptions to gongji_app;
    grant update (openid_sealed, left_count, since), delete on subscriptions to gongji_app;
    grant update (is_on, looked_on) on reminder_settings to gongji_app;
    grant update (state, changed_at, closed_at) on complaints to gongji_app;
    grant update (read_at) on messages to gongji_app;
  end if;
end $$;
`,
};
