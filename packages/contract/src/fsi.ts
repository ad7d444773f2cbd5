import { INSTITUTION_KINDS, type InstitutionKind } from '@gongji/domain';
import { z } from 'zod';
import { id, plainDateText } from './wire';

// The gateway that institutions call, in the published shape of 定点医药机构接口规范 (Hunan V1.1.27, on the national baseline):
// POST /fsi/:infno, signed headers, the envelope below. Yuan with two decimals here and nowhere else.

export const FSI_HEADERS = ['_api_name', '_api_version', '_api_timestamp', '_api_access_key', '_api_signature'] as const;

const yuan = z.string().regex(/^\d{1,11}\.\d{2}$/, '金额为两位小数的元');
const text = (most: number) => z.string().max(most);
/** Where care is given, where somebody is insured: sent empty where that is not known yet. */
const place = z
  .string()
  .regex(/^(\d{6})?$/, '地区代码是 6 位数字')
  .optional();
/** 2026-11-23 10:00:00, in Shanghai. */
const second = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, '时间为 yyyy-MM-dd HH:mm:ss');
/** 12 digits of the institution + yyyyMMddHHmmss in Shanghai + 4 digits: also the idempotency key of whatever moves money. */
export const fsiMsgid = z.string().regex(/^[0-9A-Za-z]{12}\d{18}$/, '报文编号为机构编号 12 位、时间 14 位、顺序号 4 位');

export const fsiEnvelope = z.strictObject({
  infno: z.string().regex(/^\d{4}$/),
  msgid: fsiMsgid,
  mdtrtarea_admvs: place,
  insuplc_admdvs: place,
  recer_sys_code: text(10).optional(),
  dev_no: text(100).optional(),
  dev_safe_info: text(2000).optional(),
  cainfo: text(1024).optional(),
  signtype: text(10).optional(),
  infver: text(6).optional(),
  /** 1 at a desk, 2 self-service, 3 a mobile terminal. */
  opter_type: z.enum(['1', '2', '3']).optional(),
  opter: text(30),
  opter_name: text(50),
  inf_time: second,
  fixmedins_code: z.string().min(1).max(12),
  fixmedins_name: text(200),
  sign_no: text(30).optional(),
  input: z.unknown(),
});
export const fsiAnswer = z.object({
  infcode: z.union([z.literal(0), z.literal(-1)]),
  inf_refmsgid: z.string(),
  refmsg_time: z.string(),
  respond_time: z.string(),
  err_msg: z.string(),
  output: z.unknown(),
});

/** The same messages, signed and encrypted as the 移动支付 interfaces do it: what an institution of that kind sends and is answered. */
export const smBody = z.strictObject({
  appId: text(64).min(16),
  version: z.literal('1.0.0'),
  encType: z.literal('SM4'),
  signType: z.literal('SM2'),
  /** Seconds. */
  timestamp: z.string().regex(/^\d{10}$/),
  /** SM2, base64. */
  signData: text(200),
  /** SM4, upper-case hex: the envelope or the answer. */
  encData: text(60_000),
});

/** What a code is decoded for. */
export const BUSINESS_TYPES = {
  '01101': '挂号',
  '01102': '住院建档',
  '01103': '入院登记',
  '01104': '预缴金',
  '01201': '问诊',
  '01202': '预约检查',
  '01203': '检查',
  '01204': '治疗',
  '01301': '结算',
  '01302': '取药',
  '01303': '取报告',
  '01304': '打印票据',
  '02121': '药店购药',
  '02122': '下载外购处方',
  '03131': '线上身份认证',
  '03132': '线上结算',
  '05101': '线下修改密码',
} as const;
type BusinessType = keyof typeof BUSINESS_TYPES;
const BUSINESS_TYPE_CODES = Object.keys(BUSINESS_TYPES) as [BusinessType, ...BusinessType[]];

const ecToken = z.string().min(40).max(64);
/** 01 identity card or household register, 17 residence permit for people of Hong Kong, Macau and Taiwan, 990201 birth certificate. */
const certificateType = z.enum(['01', '17', '990201']);
/** 310 employees, 390 residents. */
const insutype = z.enum(['310', '390']);

/** 6101: decode a shown code (the national dynamic library's part, here over HTTP; ecQrCode is what the scanner read). */
export const decodeInput = z.strictObject({
  /** The institution's own code. */
  orgId: text(12).optional(),
  businessType: z.enum(BUSINESS_TYPE_CODES),
  operatorId: text(30).optional(),
  operatorName: text(50).optional(),
  officeId: text(30).optional(),
  officeName: text(100).optional(),
  deviceType: text(30).optional(),
  ecQrCode: z.string().max(64),
});
export const decodeOutput = z.object({
  userName: z.string(),
  idNo: z.string(),
  idType: certificateType,
  /** Names this person at this institution for a quarter of an hour, and one settlement. */
  ecToken,
  insuOrg: z.string(),
  shownByRelative: z.boolean(),
});

/** 1101: who was scanned. 02 identity card and 03 social security card are read, and refused in clear words. */
export const personInput = z.strictObject({
  mdtrt_cert_type: z.enum(['01', '02', '03']),
  /** With 01: the ecToken. */
  mdtrt_cert_no: z.string().min(1).max(64),
  card_sn: text(32).optional(),
  begntime: second.optional(),
  psn_cert_type: text(6).optional(),
  certno: text(50).optional(),
  psn_name: text(50).optional(),
});
/** Opaque: this institution's own number for this person, known for as long as a token of theirs is good here. */
const psnNo = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const personOutput = z.object({
  baseinfo: z.object({
    psn_no: psnNo,
    psn_cert_type: certificateType,
    certno: z.string(),
    psn_name: z.string(),
    /** GB/T 2261.1: 1 male, 2 female, 9 not stated (a birth certificate's number does not say). */
    gend: z.enum(['1', '2', '9']),
    brdy: plainDateText,
    age: z.int(),
  }),
  insuinfo: z.array(
    z.object({
      /** The person's own personal account, without what is held. */
      balc: yuan,
      insutype,
      /** Null where the register behind this service does not say. */
      psn_type: z.enum(['11', '12', '1401', '1402', '1403', '1404', '15', '16']).nullable(),
      /** 0 not insured, 1 normal, 2 paused, 4 ended. */
      psn_insu_stas: z.enum(['0', '1', '2', '4']),
      insuplc_admdvs: z.string(),
    }),
  ),
  /** Empty: this service keeps nothing of special identities for institutions. */
  idetinfo: z.array(z.never()),
});

/** 2001: may this person have benefits at that time. */
export const benefitInput = z.strictObject({
  psn_no: psnNo,
  insutype,
  med_type: z.enum(['11', '41']),
  begntime: second,
});
export const benefitOutput = z.object({
  trtinfo: z.array(
    z.object({
      psn_no: psnNo,
      insutype,
      /** 1 yes, 0 no. */
      trt_enjymnt_flag: z.enum(['0', '1']),
      /** Null where nothing here says from when or until when. */
      begndate: plainDateText.nullable(),
      enddate: plainDateText.nullable(),
      /** Why not, or what it rests on. A waiting period shows here. */
      trt_chk_rslt: z.string(),
    }),
  ),
});

/** acct_used_flag: 0 no account, 1 the person's own, 2 own and shared. The token names the person: psn_no is not asked beside it, so the two cannot differ. */
const settlementInput = { ecToken, medfee_sumamt: yuan, fund_pay_sumamt: yuan, acct_used_flag: z.enum(['0', '1', '2']) };
const careInput = { ...settlementInput, med_type: z.literal('11'), use: z.enum(['care', 'drug', 'device']) };
const pharmacyInput = { ...settlementInput, med_type: z.literal('41'), use: z.enum(['drug', 'device']) };
/** What the person agreed to pay in cash. */
const agreed = { psn_cash_pay: yuan };

export const carePreSettleInput = z.strictObject(careInput);
export const careSettleInput = z.strictObject({ ...careInput, ...agreed });
export const pharmacyPreSettleInput = z.strictObject(pharmacyInput);
export const pharmacySettleInput = z.strictObject({ ...pharmacyInput, ...agreed });

const split = {
  medfee_sumamt: yuan,
  fund_pay_sumamt: yuan,
  /** All account money, own and shared. */
  acct_pay: yuan,
  /** The shared part of it. */
  acct_mulaid_pay: yuan,
  psn_cash_pay: yuan,
  /** Each payer, masked, in the order of deduction. */
  acct_legs: z.array(z.object({ payer: z.string(), own: z.boolean(), amount: yuan, skipped: z.string().nullable() })),
};
export const settleOutput = z.object({
  setl_id: z.string().nullable(),
  /** Sixteen digits for people at the counter and on the phone; messages name a settlement by its setl_id. */
  setl_no: z.string().nullable(),
  ...split,
});

/** 2103 and 2208: a settlement of this institution, all of it. */
export const voidInput = z.strictObject({ setl_id: id });
/** 2601: takes back what a settlement message did whose answer never came. */
export const reverseInput = z.strictObject({ omsgid: fsiMsgid, oinfno: z.string().regex(/^\d{4}$/) });
/** What was taken back. Account money went back to the pots it came from; the fund's part and the cash are the institution's own to give back. */
export const voidOutput = z.object({
  /** Null: the reversed message never arrived. Nothing was taken, and it is refused when it comes. */
  setl_id: z.string().nullable(),
  setl_no: z.string().nullable(),
  /** When it was voided. */
  setl_time: second,
  ...split,
});

export interface FsiTransaction {
  readonly name: string;
  readonly kinds: readonly InstitutionKind[];
  /** keyed: the msgid is the key of one effect, and the same message again gets the same answer. once: a msgid is taken once. */
  readonly again: 'keyed' | 'once';
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
const CARE = ['hospital'] as const;
const SHOP = ['pharmacy'] as const;

export const FSI_TRANSACTIONS = {
  '6101': { name: '解析医保电子凭证二维码', kinds: INSTITUTION_KINDS, again: 'once', input: decodeInput, output: decodeOutput },
  '1101': { name: '人员信息获取', kinds: INSTITUTION_KINDS, again: 'once', input: personInput, output: personOutput },
  '2001': { name: '人员待遇享受检查', kinds: INSTITUTION_KINDS, again: 'once', input: benefitInput, output: benefitOutput },
  '2101': { name: '药店预结算', kinds: SHOP, again: 'once', input: pharmacyPreSettleInput, output: settleOutput },
  '2102': { name: '药店结算', kinds: SHOP, again: 'keyed', input: pharmacySettleInput, output: settleOutput },
  '2103': { name: '药店结算撤销', kinds: SHOP, again: 'keyed', input: voidInput, output: voidOutput },
  '2206': { name: '门诊预结算', kinds: CARE, again: 'once', input: carePreSettleInput, output: settleOutput },
  '2207': { name: '门诊结算', kinds: CARE, again: 'keyed', input: careSettleInput, output: settleOutput },
  '2208': { name: '门诊结算撤销', kinds: CARE, again: 'keyed', input: voidInput, output: voidOutput },
  '2601': { name: '冲正', kinds: INSTITUTION_KINDS, again: 'keyed', input: reverseInput, output: voidOutput },
} as const satisfies Readonly<Record<string, FsiTransaction>>;
export type Infno = keyof typeof FSI_TRANSACTIONS;
