import type { Pool } from '@gongji/core';

// To make a database takes seconds of a processor (embedded) or a quarter of one (PostgreSQL), to empty one a twentieth of that: tests leave theirs to the next.

/** In a template, where no test writes: the rows that the migrations wrote. */
export const KEEP_MIGRATED = `create schema migrated;
do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' loop
    execute format('create table migrated.%1$I as table %1$I', name);
  end loop;
end $$`;

/** As the template was: past the triggers, which keep what is written from being removed. */
export const EMPTY = `begin;
set local session_replication_role = replica;
do $$ declare name text; begin
  for name in select tablename from pg_tables where schemaname = 'public' loop execute format('delete from %I', name); end loop;
  for name in select sequencename from pg_sequences where schemaname = 'public' loop perform setval(name::regclass, 1, false); end loop;
  for name in select tablename from pg_tables where schemaname = 'migrated' loop
    execute format('insert into %1$I overriding system value select * from migrated.%1$I', name);
  end loop;
end $$;
commit`;

/** Differs once a test has changed more than rows, or written so much that an own database costs less than emptying this one. */
const SHAPE = `select md5(concat(
  (select string_agg(concat(oid, ':', xmin), ',' order by oid) from pg_class where relnamespace = 'public'::regnamespace),
  (select string_agg(concat(oid, ':', xmin), ',' order by oid) from pg_trigger),
  (select string_agg(concat(oid, ':', xmin), ',' order by oid) from pg_constraint),
  (select string_agg(concat(oid, ':', xmin), ',' order by oid) from pg_proc),
  (select string_agg(concat(setrole, setconfig), ',' order by setrole) from pg_db_role_setting s join pg_database d on d.oid = setdatabase where datname = current_database()),
  (select max(pg_relation_size(oid)) > 2 * 2 ^ 20 from pg_class where relnamespace = 'public'::regnamespace)
)) shape`;

export const shapeOf = async (pool: Pool): Promise<string | undefined> => (await pool.query<{ shape: string }>(SHAPE)).rows[0]?.shape;
