/** requests: one row per Idempotency-Key, written with its effect. audit_lines: who did what, append-only. messages: what a person is told, inbox
 * and outbox in one, so that what is read here and what is sent cannot differ; sent_at is null until it was sent. */
export const records = {
  id: '0007-records',
  sql: `
create table requests (
  holder_id uuid not null,
  key text not null,
  kind text not null,
  body_hash bytea not null,
  -- json, not jsonb: a repeated request gets the very same text, in the same order of keys.
  answer json not null,
  at timestamptz not null,
  constraint requests__one_per_key primary key (holder_id, key),
  constraint requests__key_length check (length(key) between 1 and 200)
);
create trigger requests__never_changed before update on requests execute function refuse_change();

create table audit_lines (
  id bigint generated always as identity,
  holder_id uuid not null,
  actor_kind text not null,
  actor_id uuid,
  action text not null,
  subject_id uuid not null,
  reason text,
  at timestamptz not null,
  constraint audit_lines__actor_kind check (actor_kind in ('person', 'institution', 'job')),
  constraint audit_lines__actor check ((actor_kind = 'job') = (actor_id is null)),
  primary key (subject_id, id)
);
create trigger audit_lines__append_only before update or delete or truncate on audit_lines execute function refuse_change();

create table messages (
  id uuid not null,
  number bigint generated always as identity,
  holder_id uuid not null,
  topic text not null,
  title text not null,
  text text not null,
  subject_id uuid not null,
  at timestamptz not null,
  sent_at timestamptz,
  primary key (holder_id, number)
);
`,
};
