import type { DifferenceKind, DifferenceState, Fen, PlainDate, TaxLineState } from '@gongji/domain';
import type { ColumnType } from 'kysely';

/** One region's file of one day: read page by page, then compared. */
export interface ReconciliationRunRow {
  id: string;
  holder_id: string;
  region_code: string;
  file_date: PlainDate;
  state: 'reading' | 'comparing' | 'done';
  /** Where the next page begins; null: at the start. */
  cursor: string | null;
  /** The last payment compared. */
  compared_after: string;
  line_count: number;
  agreeing_count: number;
  /** Not tried before. */
  try_from: Date;
  started_at: Date;
  done_at: Date | null;
}

/** The file as it was read. Who it is about is a keyed hash; the certificate number itself is not kept a second time. */
export interface TaxFileLineRow {
  holder_id: string;
  run_id: string;
  position: number;
  file_date: PlainDate;
  payment_id: string;
  tax_number: string;
  person_index: Buffer;
  year: number;
  region_code: string;
  amount_fen: Fen;
  state: TaxLineState;
}

export interface DifferenceRow {
  id: string;
  number: ColumnType<number, never, never>;
  holder_id: string;
  run_id: string;
  region_code: string;
  payment_id: string;
  kind: DifferenceKind;
  our_value: string | null;
  their_value: string | null;
  /** Ours, or theirs where there is none of ours. */
  amount_fen: Fen;
  found_on: PlainDate;
  state: DifferenceState;
  reason: string | null;
  found_at: Date;
  changed_at: Date;
}
