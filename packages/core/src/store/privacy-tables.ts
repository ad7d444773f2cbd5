import type { LookerKind, LookKind, PlainDate } from '@gongji/domain';
import type { ColumnType } from 'kysely';

export interface LookRow {
  id: ColumnType<number, never, never>;
  holder_id: string;
  looker_kind: LookerKind;
  looker_id: string | null;
  what: LookKind;
  subject_id: string;
  day: PlainDate;
  at: Date;
}

export interface PrivacyConsentRow {
  id: ColumnType<number, never, never>;
  holder_id: string;
  version: string;
  step: 'given' | 'withdrawn';
  at: Date;
}
