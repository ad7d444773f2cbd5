import type { Fen } from '@gongji/domain';

export interface SettlementRow {
  id: string;
  /** For people to read out; the machines say the id. */
  number: string;
  holder_id: string;
  institution_id: string;
  code_id: string;
  msgid: string;
  use: 'care' | 'drug' | 'device';
  account_use: 'none' | 'own' | 'own-and-shared';
  total_fen: Fen;
  fund_fen: Fen;
  account_fen: Fen;
  shared_fen: Fen;
  cash_fen: Fen;
  policy_version: string;
  at: Date;
}

export interface SettlementVoidRow {
  id: string;
  holder_id: string;
  institution_id: string;
  msgid: string;
  settlement_id: string | null;
  at: Date;
}
