/** insurance_codes.holder_id is whose code it is, shower_id who shows it. settlements.holder_id is the patient, settlement_legs.holder_id each payer. */
export const codes = {
  id: '0004-codes',
  sql: `
create table insurance_codes (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  shower_id uuid not null references persons (id),
  binding_id uuid references bindings (id),
  device_id text not null,
  payload_hash bytea not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_at timestamptz,
  scanned_at timestamptz,
  institution_id uuid references institutions (id),
  token_hash bytea,
  token_expires_at timestamptz,
  settled_at timestamptz,
  constraint insurance_codes__one_per_payload unique (payload_hash),
  constraint insurance_codes__one_per_token unique (token_hash),
  constraint insurance_codes__relative_needs_binding check ((holder_id = shower_id) = (binding_id is null)),
  constraint insurance_codes__expires_later check (expires_at > issued_at),
  constraint insurance_codes__used_once check (replaced_at is null or scanned_at is null),
  constraint insurance_codes__scan_complete check (num_nonnulls(scanned_at, institution_id, token_hash, token_expires_at) in (0, 4)),
  constraint insurance_codes__settled_after_scan check (settled_at is null or scanned_at is not null)
);
create unique index insurance_codes__one_live on insurance_codes (holder_id, shower_id, device_id) where replaced_at is null and scanned_at is null;
create index insurance_codes__by_holder on insurance_codes (holder_id, issued_at);
create index insurance_codes__by_shower on insurance_codes (shower_id, issued_at);

create table settlements (
  id uuid primary key,
  number text not null,
  holder_id uuid not null references persons (id),
  institution_id uuid not null references institutions (id),
  code_id uuid not null references insurance_codes (id),
  msgid text not null,
  use text not null,
  account_use text not null,
  total_fen bigint not null,
  fund_fen bigint not null,
  account_fen bigint not null,
  shared_fen bigint not null,
  cash_fen bigint not null,
  policy_version text not null,
  at timestamptz not null,
  constraint settlements__one_per_number unique (number),
  constraint settlements__one_per_code unique (code_id),
  constraint settlements__one_per_msgid unique (institution_id, msgid),
  constraint settlements__use check (use in ('care', 'drug', 'device')),
  constraint settlements__account_use check (account_use in ('none', 'own', 'own-and-shared')),
  constraint settlements__adds_up check (total_fen = fund_fen + account_fen + cash_fen),
  constraint settlements__amounts check (total_fen > 0 and fund_fen >= 0 and cash_fen >= 0 and 0 <= shared_fen and shared_fen <= account_fen)
);
create index settlements__by_holder on settlements (holder_id, at);
create trigger settlements__append_only before update or delete or truncate on settlements execute function refuse_change();

create table settlement_legs (
  settlement_id uuid not null references settlements (id),
  position int not null,
  holder_id uuid not null references persons (id),
  binding_id uuid references bindings (id),
  amount_fen bigint not null,
  at timestamptz not null,
  primary key (settlement_id, position),
  constraint settlement_legs__positive check (amount_fen > 0)
);
create index settlement_legs__by_holder on settlement_legs (holder_id, at);
create index settlement_legs__by_binding on settlement_legs (binding_id, at) where binding_id is not null;
create trigger settlement_legs__append_only before update or delete or truncate on settlement_legs execute function refuse_change();
`,
};
