/**
 * What the program may do to each table, for a login that owns nothing. Columns where only some are ever written; `update` is needed for row locks too.
 * A table that is not here takes rows and never changes them.
 */
const CHANGES: Readonly<Record<string, string>> = {
  persons: 'update',
  register_cursor: 'update (number, moved_at)',
  institutions: 'update (name, region_code, kind, sm_sealed)',
  institution_keys: 'update (secret_sealed, removed_at)',
  bindings: 'update',
  grants: 'update',
  deduction_orders: 'delete',
  shared_limits: 'update (limit_fen, set_at), delete',
  accounts: 'update (balance, frozen, version, chain_head)',
  insurance_codes: 'update (replaced_at, scanned_at, institution_id, token_hash, token_expires_at, settled_at)',
  devices: 'update (name, named_at, removed_at)',
  offline_keys: 'update (revoked_at)',
  clearing_batches: 'update (state, done_at, send_from)',
  premium_payments: 'update',
  premium_refunds: 'update',
  account_runs: 'update',
  reconciliation_runs: 'update',
  reconciliation_differences: 'update',
  messages: 'update (sent_at)',
};

/** Written once. */
const HISTORY = [
  'grant_changes',
  'shared_limit_changes',
  'consents',
  'transfers',
  'entries',
  'settlements',
  'settlement_legs',
  'premium_quotes',
  'premium_changes',
  'tax_file_lines',
  'reconciliation_subjects',
  'requests',
  'audit_lines',
];

const grants = [
  ...[...HISTORY, ...Object.keys(CHANGES)].map((table) => `grant select, insert on ${table} to gongji_app;`),
  ...Object.entries(CHANGES).map(([table, what]) => `grant ${what} on ${table} to gongji_app;`),
];

/**
 * gongji_app: what a process may do that serves people. It owns nothing, so it can neither switch off a trigger nor empty a table nor rewrite history.
 * Roles belong to the server, not to the database: the role may be there already, somebody else may be making it now, or the owner may not make roles;
 * then an administrator makes it (docs/operating.md), and without it nothing is granted. A later table is granted nothing by itself.
 */
export const roles = {
  id: '0010-roles',
  sql: `
do $$ begin
  if not exists (select from pg_roles where rolname = 'gongji_app') then
    begin
      create role gongji_app nologin;
    exception when insufficient_privilege or duplicate_object or unique_violation then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'gongji_app') then
    execute format('grant usage on schema %I to gongji_app', current_schema());
    grant select on schema_migrations to gongji_app;
    ${grants.join('\n    ')}
  end if;
end $$;
`,
};
