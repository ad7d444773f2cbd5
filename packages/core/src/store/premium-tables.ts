import type { PlainDate, PremiumReason, PremiumState, RefundReason, RefundRefusal } from '@gongji/domain';
import type { ColumnType } from 'kysely';

export interface PremiumChangeRow {
  id: ColumnType<number, never, never>;
  holder_id: string;
  payment_id: string;
  from_state: PremiumState | 'none';
  to_state: PremiumState;
  reason: PremiumReason;
  at: Date;
}

export interface PremiumRefundRow {
  id: string;
  holder_id: string;
  payment_id: string;
  reason: RefundReason;
  state: 'asked' | 'refunded' | 'refused';
  refusal: RefundRefusal | null;
  expected_on: PlainDate | null;
  tax_number: string | null;
  asked_at: Date;
  ended_at: Date | null;
}
