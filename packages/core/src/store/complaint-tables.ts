import type { ComplaintKind, ComplaintState, ComplaintSubject, PlainDate } from '@gongji/domain';
import type { ColumnType } from 'kysely';

export interface ComplaintRow {
  id: string;
  number: string;
  holder_id: string;
  kind: ComplaintKind;
  state: ComplaintState;
  subject_kind: ComplaintSubject | null;
  subject_id: string | null;
  reference: string | null;
  error_code: string | null;
  text_sealed: Buffer;
  phone_sealed: Buffer | null;
  answer_by: PlainDate;
  provisional: boolean;
  written_at: Date;
  changed_at: Date;
  closed_at: Date | null;
}

export interface ComplaintAnswerRow {
  id: ColumnType<number, never, never>;
  holder_id: string;
  complaint_id: string;
  text_sealed: Buffer;
  at: Date;
}
