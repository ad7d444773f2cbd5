/**
 * devices: what a person called a phone, and when they removed it. offline_keys.holder_id is whose code a key makes, shower_id whose phone holds it; a row is
 * never deleted, so that an old code is refused by name. A step that was burnt is the code that came of it.
 */
export const devices = {
  id: '0005-devices',
  sql: `
create table devices (
  holder_id uuid not null references persons (id),
  device_id text not null,
  name text not null,
  named_at timestamptz not null,
  removed_at timestamptz,
  primary key (holder_id, device_id)
);

create table offline_keys (
  id uuid primary key,
  holder_id uuid not null references persons (id),
  shower_id uuid not null references persons (id),
  binding_id uuid references bindings (id),
  device_id text not null,
  handle text not null,
  secret_sealed bytea not null,
  given_at timestamptz not null,
  revoked_at timestamptz,
  constraint offline_keys__one_per_handle unique (handle),
  constraint offline_keys__handle check (handle ~ '^[0-9]{14}$'),
  constraint offline_keys__relative_needs_binding check ((holder_id = shower_id) = (binding_id is null)),
  constraint offline_keys__on_a_device foreign key (shower_id, device_id) references devices (holder_id, device_id)
);
create unique index offline_keys__one_live on offline_keys (holder_id, shower_id, device_id) where revoked_at is null;
create index offline_keys__by_shower on offline_keys (shower_id, device_id);

alter table insurance_codes
  add column offline_key_id uuid references offline_keys (id),
  add column offline_step bigint,
  add constraint insurance_codes__step_burnt_once unique (offline_key_id, offline_step),
  add constraint insurance_codes__offline_complete check ((offline_key_id is null) = (offline_step is null)),
  add constraint insurance_codes__offline_comes_with_scan check (offline_key_id is null or scanned_at is not null);
create index insurance_codes__offline_by_holder on insurance_codes (holder_id, scanned_at) where offline_key_id is not null;
`,
};
