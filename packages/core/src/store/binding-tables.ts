import type { AgreedBy, BindingState, Fen, FundUse, GrantKind, GrantReason, GrantState, PlainDate, Relation } from '@gongji/domain';
import type { ColumnType } from 'kysely';

export interface BindingRow {
  id: string;
  holder_id: string;
  relative_id: string;
  relation: Relation;
  state: BindingState;
  owner_region_code: string;
  relative_region_code: string;
  created_at: Date;
  accept_by: Date | null;
  invitation_hash: Buffer | null;
  checked_at: Date | null;
  changed_at: Date;
  ended_at: Date | null;
}

export interface GrantRow {
  binding_id: string;
  kind: GrantKind;
  holder_id: string;
  state: GrantState;
  reason: GrantReason;
  agreed_by: AgreedBy | null;
  agreed_on: PlainDate | null;
  uses: FundUse[];
  cap_per_payment_fen: Fen | null;
  cap_per_month_fen: Fen | null;
  place: number | null;
  starts_on: PlainDate;
  ends_on: PlainDate | null;
  changed_at: Date;
}

export interface GrantChangeRow {
  id: ColumnType<number, never, never>;
  binding_id: string;
  holder_id: string;
  kind: GrantKind;
  from_state: GrantState | 'none';
  to_state: GrantState;
  reason: GrantReason;
  actor_id: string | null;
  at: Date;
}

export interface ConsentRow {
  id: string;
  binding_id: string;
  holder_id: string;
  version: string;
  guardian_statement: boolean;
  signature: string;
  signed_at: Date;
}
