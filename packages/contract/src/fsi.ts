import { z } from 'zod';

// The gateway that institutions call, in the published shape of 定点医药机构接口规范 (Hunan V1.1.27, on the national baseline):
// POST /fsi/:infno, signed headers, the envelope below. Yuan with two decimals here and nowhere else.

export const FSI_HEADERS = ['_api_name', '_api_version', '_api_timestamp', '_api_access_key', '_api_signature'] as const;

const yuan = z.string().regex(/^\d{1,11}\.\d{2}$/, '金额为两位小数的元');
export const fsiEnvelope = z.object({
  infno: z.string().regex(/^\d{4}$/),
  /** 12 digits of the institution + yyyyMMddHHmmss + 4 digits: also the idempotency key of a settlement. */
  msgid: z.string().regex(/^[0-9A-Za-z]{12}\d{18}$/),
  fixmedins_code: z.string().min(1).max(12),
  fixmedins_name: z.string().max(200),
  opter: z.string().max(30),
  opter_name: z.string().max(50),
  inf_time: z.string(),
  input: z.unknown(),
});
export const fsiAnswer = z.object({
  infcode: z.union([z.literal(0), z.literal(-1)]),
  inf_refmsgid: z.string(),
  respond_time: z.string(),
  err_msg: z.string(),
  output: z.unknown(),
});

/** 6101: decode a shown code (the national dynamic library's part, here over HTTP). */
export const decodeInput = z.strictObject({ businessType: z.enum(['01301', '02121']), ecQrCode: z.string().max(64) });
export const decodeOutput = z.object({
  userName: z.string(),
  idNo: z.string(),
  idType: z.string(),
  ecToken: z.string().min(40).max(64),
  insuOrg: z.string(),
  shownByRelative: z.boolean(),
});

/** 2206 pre-settlement, 2207 settlement. acct_used_flag: 0 none, 1 own account, 2 own and shared. psn_cash_pay: what the person agreed to pay in cash. */
const settlementInput = {
  ecToken: z.string().min(40).max(64),
  med_type: z.enum(['11', '41']),
  use: z.enum(['care', 'drug', 'device']),
  medfee_sumamt: yuan,
  fund_pay_sumamt: yuan,
  acct_used_flag: z.enum(['0', '1', '2']),
};
export const preSettleInput = z.strictObject(settlementInput);
export const settleInput = z.strictObject({ ...settlementInput, psn_cash_pay: yuan });
export const settleOutput = z.object({
  setl_id: z.string().nullable(),
  medfee_sumamt: yuan,
  fund_pay_sumamt: yuan,
  /** All account money, own and shared. */
  acct_pay: yuan,
  /** The shared part of it. */
  acct_mulaid_pay: yuan,
  psn_cash_pay: yuan,
  /** Each payer, masked, in the order of deduction. */
  acct_legs: z.array(z.object({ payer: z.string(), own: z.boolean(), amount: yuan, skipped: z.string().nullable() })),
});
