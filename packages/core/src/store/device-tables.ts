export interface DeviceRow {
  holder_id: string;
  device_id: string;
  name: string;
  named_at: Date;
  removed_at: Date | null;
}

export interface OfflineKeyRow {
  id: string;
  holder_id: string;
  shower_id: string;
  binding_id: string | null;
  device_id: string;
  handle: string;
  secret_sealed: Buffer;
  given_at: Date;
  revoked_at: Date | null;
}
