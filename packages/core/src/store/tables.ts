import type {
  CertificateKind,
  ClearingWay,
  EntryKind,
  FamilyDateKind,
  Fen,
  InsuranceState,
  PersonGroup,
  PlainDate,
  Pot,
  PremiumReason,
  PremiumState,
  Scheme,
  SubscribeKind,
} from '@gongji/domain';
import type { ColumnType, Generated, Kysely } from 'kysely';
import type { BindingRow, ConsentRow, GrantChangeRow, GrantRow } from './binding-tables';
import type { ComplaintAnswerRow, ComplaintRow } from './complaint-tables';
import type { DeviceRow, OfflineKeyRow } from './device-tables';
import type { ClearingBatchRow, PremiumChangeRow, PremiumQuoteRow, PremiumRefundRow } from './premium-tables';
import type { LookRow, PrivacyConsentRow } from './privacy-tables';
import type { DifferenceRow, ReconciliationRunRow, TaxFileLineRow } from './reconciliation-tables';
import type { SettlementRow, SettlementVoidRow } from './settlement-tables';

// The rows as they are read and written; the migrations are the truth, and a test compares the two.

type Counted = ColumnType<number, never, never>;

export interface Tables {
  persons: PersonColumns;
  institutions: InstitutionRow;
  institution_keys: InstitutionKeyRow;
  bindings: BindingRow;
  grants: GrantRow;
  grant_changes: GrantChangeRow;
  deduction_orders: { holder_id: string; binding_id: string; position: number; set_at: Date };
  shared_limits: { holder_id: string; limit_fen: Fen; set_at: Date };
  shared_limit_changes: { id: Counted; holder_id: string; from_fen: Fen | null; to_fen: Fen | null; at: Date };
  consents: ConsentRow;
  register_cursor: { only_row: Generated<boolean>; number: number; moved_at: Date };
  accounts: AccountRow;
  transfers: TransferRow;
  entries: EntryRow;
  account_runs: AccountRunRow;
  insurance_codes: InsuranceCodeRow;
  devices: DeviceRow;
  offline_keys: OfflineKeyRow;
  settlements: SettlementRow;
  settlement_legs: { settlement_id: string; position: number; holder_id: string; binding_id: string | null; amount_fen: Fen; at: Date };
  settlement_voids: SettlementVoidRow;
  premium_quotes: PremiumQuoteRow;
  clearing_batches: ClearingBatchRow;
  premium_payments: PremiumPaymentRow;
  premium_changes: PremiumChangeRow;
  premium_refunds: PremiumRefundRow;
  reconciliation_runs: ReconciliationRunRow;
  tax_file_lines: TaxFileLineRow;
  reconciliation_subjects: { holder_id: string; run_id: string; payment_id: string };
  reconciliation_differences: DifferenceRow;
  requests: { holder_id: string; key: string; kind: string; body_hash: Buffer; answer: ColumnType<unknown, string, never>; at: Date };
  audit_lines: AuditRow;
  messages: MessageRow;
  looks: LookRow;
  subscriptions: { holder_id: string; kind: SubscribeKind; openid_sealed: Buffer; left_count: number; since: Date };
  reminder_settings: { holder_id: string; is_on: boolean; looked_on: PlainDate | null };
  reminder_rounds: { day: PlainDate; ended_at: Date };
  reminders: { holder_id: string; kind: FamilyDateKind; subject_id: string; on_day: PlainDate; days_before: number; at: Date };
  complaints: ComplaintRow;
  complaint_answers: ComplaintAnswerRow;
  privacy_consents: PrivacyConsentRow;
}

interface PersonColumns {
  id: string;
  openid_index: Buffer | null;
  certificate_kind: CertificateKind;
  certificate_sealed: Buffer;
  certificate_index: Buffer;
  name_sealed: Buffer;
  birth_date: PlainDate;
  region_code: string;
  scheme: Scheme;
  insurance_state: InsuranceState;
  groups: PersonGroup[];
  died_on: PlainDate | null;
  enrolled_at: Date;
  changed_at: Date;
  left_at: Date | null;
}

/** What is read of a person: not what one is only found by. */
export type PersonRow = Omit<PersonColumns, 'openid_index' | 'certificate_index' | 'enrolled_at'>;

export interface InstitutionRow {
  id: string;
  holder_id: string;
  code: string;
  name: string;
  region_code: string;
  kind: 'hospital' | 'pharmacy';
  sm_sealed: Buffer | null;
  registered_at: Date;
}

export interface InstitutionKeyRow {
  access_key: string;
  holder_id: string;
  secret_sealed: Buffer;
  added_at: Date;
  removed_at: Date | null;
}

export interface AccountRow {
  id: string;
  holder_id: string;
  kind: 'personal' | 'clearing';
  pot: Pot | null;
  name: string | null;
  balance: Fen | null;
  frozen: Fen | null;
  version: Generated<number>;
  chain_head: Generated<Buffer | null>;
  opened_at: Date;
}

export type TransferKind = 'posted' | 'pending' | 'post-pending' | 'void-pending';
export type TransferReason = EntryKind;

export interface TransferRow {
  id: string;
  holder_id: string;
  request_id: string;
  kind: TransferKind;
  pending_id: string | null;
  from_account_id: string;
  to_account_id: string;
  amount: Fen;
  reason: TransferReason;
  subject_id: string;
  for_person_id: string | null;
  at: Date;
}

export interface EntryRow {
  id: Counted;
  holder_id: string;
  account_id: string;
  transfer_id: string;
  account_version: number | null;
  amount: Fen;
  frozen_delta: Fen;
  balance_before: Fen | null;
  balance_after: Fen | null;
  frozen_before: Fen | null;
  frozen_after: Fen | null;
  hash: Buffer | null;
  at: Date;
}

export interface AccountRunRow {
  kind: 'credit' | 'year-switch';
  period: string;
  cursor: string;
  done_count: number;
  passed_count: number;
  /** Of all people together: more than any one of them can own. */
  amount: number;
  started_at: Date;
  moved_at: Date;
  finished_at: Date | null;
}

export interface InsuranceCodeRow {
  id: string;
  holder_id: string;
  shower_id: string;
  binding_id: string | null;
  device_id: string;
  payload_hash: Buffer;
  issued_at: Date;
  expires_at: Date;
  replaced_at: Date | null;
  scanned_at: Date | null;
  institution_id: string | null;
  token_hash: Buffer | null;
  token_expires_at: Date | null;
  settled_at: Date | null;
  offline_key_id: string | null;
  offline_step: number | null;
}

export interface PremiumPaymentRow {
  id: string;
  number: string;
  holder_id: string;
  person_id: string;
  binding_id: string;
  year: number;
  region_code: string;
  amount_fen: Fen;
  state: PremiumState;
  reason: PremiumReason;
  clearing_way: ClearingWay;
  benefit_starts_on: PlainDate;
  clears_from: PlainDate;
  clears_by: PlainDate | null;
  voidable_until: PlainDate | null;
  next_check_at: Date | null;
  void_requested_at: Date | null;
  tax_number: string | null;
  batch_id: string | null;
  submitted_at: Date;
  applied_at: Date | null;
  clearing_at: Date | null;
  paid_at: Date | null;
  posted_at: Date | null;
  closed_at: Date | null;
  changed_at: Date;
}

export interface AuditRow {
  id: Counted;
  holder_id: string;
  actor_kind: 'person' | 'institution' | 'job';
  actor_id: string | null;
  action: string;
  subject_id: string;
  reason: string | null;
  at: Date;
}

export interface MessageRow {
  id: string;
  number: Counted;
  holder_id: string;
  topic: string;
  title: string;
  text: string;
  subject_id: string;
  at: Date;
  sent_at: Generated<Date | null>;
  read_at: Generated<Date | null>;
}

export type Database = Kysely<Tables>;
