/** What can be wrong with the ledger, each by its own name; docs/money.md says what finds it. */
export type FaultKind =
  | 'entry-changed'
  | 'entry-missing'
  | 'entries-swapped'
  | 'entry-inserted'
  | 'entry-unlike-transfer'
  | 'transfer-changed'
  | 'transfer-missing'
  | 'transfer-without-entries'
  | 'transfer-without-person'
  | 'clearing-entry-changed'
  | 'clearing-entry-missing'
  | 'clearing-entry-inserted'
  | 'account-changed'
  | 'account-missing'
  | 'kept-entry-missing'
  | 'kept-entry-changed'
  | 'frozen-without-hold'
  | 'total-not-zero'
  | 'holds-unlike-payment'
  | 'refund-unlike-payment'
  | 'premium-twice'
  | 'settlement-unlike-transfers'
  | 'void-unlike-settlement';

/** Ids only. What does not apply is absent. */
export interface LedgerFault {
  readonly kind: FaultKind;
  readonly accountId?: string;
  /** Which entry of the account; the first one is 1. */
  readonly version?: number;
  readonly transferId?: string;
  /** The settlement, the payment or the person. */
  readonly subjectId?: string;
}
