import { LOOK_KINDS } from '@gongji/domain';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/**
 * looks: who looked at whose data. One row a looker, kind, thing and day in Shanghai, at the first look: a page that asks every second does not fill it.
 * looker_id is null where nobody knows who it was.
 * persons.left_at: when they had their account deleted; what names them is then gone.
 * privacy_consents: every time a person agreed to how their data is used, or took that back; the last row is how it stands.
 */
export const privacy = {
  id: '0012-privacy',
  sql: `
alter table persons add column left_at timestamptz;

create table looks (
  id bigint generated always as identity,
  holder_id uuid not null,
  looker_kind text not null,
  looker_id uuid,
  what text not null,
  subject_id uuid not null,
  day date not null,
  at timestamptz not null,
  constraint looks__looker_kind check (looker_kind in ('person', 'institution', 'anybody')),
  constraint looks__looker check ((looker_kind = 'anybody') = (looker_id is null)),
  constraint looks__at_another check (looker_id is distinct from holder_id),
  constraint looks__what check (what in (${listed(LOOK_KINDS)}))
);
create unique index looks__one_a_day on looks (holder_id, day, what, coalesce(looker_id, holder_id), subject_id);
create trigger looks__append_only before update or delete or truncate on looks execute function refuse_change();

create table privacy_consents (
  id bigint generated always as identity primary key,
  holder_id uuid not null references persons (id),
  version text not null,
  step text not null,
  at timestamptz not null,
  constraint privacy_consents__step check (step in ('given', 'withdrawn'))
);
create index privacy_consents__by_holder on privacy_consents (holder_id, id);
create trigger privacy_consents__append_only before update or delete or truncate on privacy_consents execute function refuse_change();

do $$ begin
  if exists (select from pg_roles where rolname = 'gongji_app') then 
    grant select, insert on looks, privacy_consents to gongji_app;
    grant delete on messages to gongji_app;
   end if;
end $$;
`,
};
