import type { ErrorCode } from '@gongji/domain';

/** What only a counter or an institution's own program is told: those speak Chinese. */
type CounterCode =
  | 'CODE_INVALID'
  | 'INSTITUTION_UNKNOWN'
  | 'INSTITUTION_SIGNATURE_WRONG'
  | 'INSTITUTION_TIMESTAMP_STALE'
  | 'INSTITUTION_HEADER_MISSING'
  | 'TRANSACTION_UNKNOWN'
  | 'TRANSACTION_NOT_YOURS'
  | 'ENVELOPE_NOT_AGREED'
  | 'MESSAGE_TIME_STALE'
  | 'MESSAGE_REPLAYED'
  | 'CREDENTIAL_NOT_ACCEPTED'
  | 'PATIENT_UNKNOWN'
  | 'REVERSAL_NOT_ALLOWED'
  | 'SETTLEMENT_TOKEN_INVALID'
  | 'SETTLEMENT_SPLIT_CHANGED'
  | 'SETTLEMENT_CASH_NOT_AGREED'
  | 'SETTLEMENT_AMOUNT_INVALID'
  | 'SETTLEMENT_NOT_ANSWERED'
  | 'SETTLEMENT_VOIDED'
  | 'SETTLEMENT_ANNULLED';

/** What a phone can be told: each has its English, or the program does not compile. */
export type PhoneCode = Exclude<ErrorCode, CounterCode>;

export interface ErrorWords {
  readonly text: string;
  readonly nextStep: string;
}

export type EnglishErrors<C extends PhoneCode> = Readonly<Record<C, ErrorWords>>;
