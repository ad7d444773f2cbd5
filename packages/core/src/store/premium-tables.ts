import type { AgreedQuote, Fen, LevyFacts, PlainDate, PremiumReason, PremiumState, RefundReason, RefundRefusal } from '@gongji/domain';
import type { ColumnType } from 'kysely';

export interface PremiumChangeRow {
  id: ColumnType<number, never, never>;
  holder_id: string;
  payment_id: string;
  from_state: PremiumState;
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

/** Written as JSON text, read as what it holds. */
type Json<T> = ColumnType<T, string, never>;

export interface PremiumQuoteRow {
  id: string;
  holder_id: string;
  binding_id: string;
  person_id: string;
  year: number;
  region_code: string;
  amount_fen: Fen;
  policy_version: string;
  levy: Json<LevyFacts & { categoryText: string }>;
  terms: Json<Pick<AgreedQuote, 'benefitStartsOn' | 'clearingWay' | 'voidableUntil'>>;
  made_at: Date;
  expires_at: Date;
}

export interface ClearingBatchRow {
  id: string;
  holder_id: string;
  region_code: string;
  state: 'made' | 'done';
  item_count: number;
  total_fen: Fen;
  made_at: Date;
  /** Not sent before. */
  send_from: Date;
  done_at: Date | null;
}
