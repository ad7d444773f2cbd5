import type { z } from 'zod';
import * as account from './account';
import * as binding from './binding';
import { BINDING_ROUTES } from './binding-routes';
import * as device from './device';
import { HELP_ROUTES } from './help-routes';
import * as code from './insurance-code';
import * as policy from './policy';
import * as premium from './premium';
import { PRIVACY_ROUTES } from './privacy-routes';
import * as receipt from './receipt';
import type { RouteContract } from './route-contract';
import * as session from './session';
import { fileBytes, noBody } from './wire';

export type { RouteContract } from './route-contract';

// Every route under /api, once: the edge registers from it, and the OpenAPI document is made from it.

export const ROUTES = {
  // Logging in carries no Idempotency-Key: a WeChat code is single-use by itself.
  logIn: {
    method: 'post',
    path: '/session',
    summary: '登录',
    write: false,
    open: true,
    body: session.loginRequest,
    answer: session.session,
  },
  logOut: { method: 'delete', path: '/session', summary: '退出登录', write: false, answer: noBody },
  me: { method: 'get', path: '/me', summary: '本人', write: false, answer: session.me },

  account: { method: 'get', path: '/account', summary: '个人账户余额', write: false, answer: account.accountView },
  accountEntries: {
    method: 'get',
    path: '/account/entries',
    summary: '个人账户明细',
    write: false,
    query: account.entriesQuery,
    answer: account.entryPage,
  },
  accountEntriesFile: {
    method: 'get',
    path: '/account/entries.csv',
    summary: '导出个人账户明细',
    write: false,
    query: account.entriesFilter,
    answer: fileBytes,
    produces: 'text/csv',
  },
  accountSums: {
    method: 'get',
    path: '/account/sums',
    summary: '个人账户按月按年合计',
    write: false,
    query: account.entriesFilter,
    answer: account.accountSums,
  },
  accountTrend: {
    method: 'get',
    path: '/account/trend',
    summary: '个人账户走势',
    write: false,
    query: account.trendQuery,
    answer: account.accountTrend,
  },
  previewDeduction: {
    method: 'post',
    path: '/deductions/preview',
    summary: '现在付这笔钱会扣谁',
    write: false,
    body: account.deductionPreviewRequest,
    answer: account.deductionPreview,
  },

  regions: { method: 'get', path: '/policies', summary: '有规则的地区', write: false, open: true, answer: policy.regionList },
  policy: {
    method: 'get',
    path: '/policies/:region',
    summary: '地区规则',
    write: false,
    open: true,
    query: policy.policyQuery,
    answer: policy.policyView,
  },
  consent: { method: 'get', path: '/consent', summary: '告知书现行版本', write: false, answer: binding.consentText },

  ...BINDING_ROUTES,

  showCode: {
    method: 'post',
    path: '/insurance-codes',
    summary: '出示医保码',
    write: true,
    body: code.showCodeRequest,
    answer: code.shownCode,
  },
  codeEvents: {
    method: 'get',
    path: '/insurance-codes/:codeId/events',
    summary: '出示的医保码后来怎样',
    write: false,
    answer: code.codeEvents,
  },
  codeLog: {
    method: 'get',
    path: '/insurance-codes/log',
    summary: '谁出示过我的医保码',
    write: false,
    query: code.codeLogQuery,
    answer: code.codeLog,
  },

  settlement: {
    method: 'get',
    path: '/settlements/:settlementId',
    summary: '一笔结算',
    write: false,
    answer: code.settlementShare,
  },

  giveOfflineKey: {
    method: 'post',
    path: '/offline-keys',
    summary: '开通离线医保码',
    write: true,
    body: device.giveOfflineKeyRequest,
    answer: device.offlineKey,
  },
  devices: { method: 'get', path: '/devices', summary: '我的设备', write: false, answer: device.deviceList },
  removeDevice: {
    method: 'delete',
    path: '/devices/:deviceId',
    summary: '移除设备',
    write: true,
    answer: device.deviceList,
  },

  levy: { method: 'get', path: '/levies', summary: '应缴查询', write: false, query: premium.leviesQuery, answer: premium.levyView },
  quotePremium: {
    method: 'post',
    path: '/premium-payments/quote',
    summary: '代缴报价',
    write: true,
    body: premium.quoteRequest,
    answer: premium.quoteView,
  },
  applyPremium: {
    method: 'post',
    path: '/premium-payments',
    summary: '申请代缴',
    write: true,
    body: premium.applyRequest,
    answer: premium.paymentView,
  },
  quotePremiums: {
    method: 'post',
    path: '/premium-payments/quotes',
    summary: '几位家人一起报价',
    write: true,
    body: premium.quotesRequest,
    answer: premium.quotedList,
  },
  applyPremiums: {
    method: 'post',
    path: '/premium-payments/batch',
    summary: '几位家人一起申请代缴',
    write: true,
    body: premium.applyManyRequest,
    answer: premium.appliedList,
  },
  premiumPayments: {
    method: 'get',
    path: '/premium-payments',
    summary: '代缴记录',
    write: false,
    query: premium.paymentsQuery,
    answer: premium.paymentList,
  },
  premiumPayment: { method: 'get', path: '/premium-payments/:paymentId', summary: '一笔代缴', write: false, answer: premium.paymentView },
  voidPremium: { method: 'delete', path: '/premium-payments/:paymentId', summary: '作废代缴', write: true, answer: premium.paymentView },

  previewRefund: {
    method: 'get',
    path: '/premium-payments/:paymentId/refund-preview',
    summary: '退费会怎样',
    write: false,
    answer: premium.refundPreview,
  },
  refundPremium: {
    method: 'post',
    path: '/premium-payments/:paymentId/refund',
    summary: '申请退费',
    write: true,
    body: premium.refundRequest,
    answer: premium.paymentView,
  },
  receipt: {
    method: 'get',
    path: '/premium-payments/:paymentId/receipt',
    summary: '缴费凭证',
    write: false,
    answer: receipt.receiptView,
  },
  receiptPicture: {
    method: 'get',
    path: '/premium-payments/:paymentId/receipt.png',
    summary: '缴费凭证，图片',
    write: false,
    answer: fileBytes,
    produces: 'image/png',
  },
  receiptDocument: {
    method: 'get',
    path: '/premium-payments/:paymentId/receipt.pdf',
    summary: '缴费凭证，PDF',
    write: false,
    answer: fileBytes,
    produces: 'application/pdf',
  },
  verifyReceipt: {
    method: 'post',
    path: '/receipts/verify',
    summary: '查验缴费凭证',
    write: false,
    open: true,
    body: receipt.verifyReceiptRequest,
    answer: receipt.receiptCheck,
  },

  ...PRIVACY_ROUTES,
  ...HELP_ROUTES,
} as const satisfies Readonly<Record<string, RouteContract>>;
export type RouteName = keyof typeof ROUTES;
/** What a route answers and takes, as types for the mini program. */
export type Answer<N extends RouteName> = z.infer<(typeof ROUTES)[N]['answer']>;
export type Body<N extends RouteName> = (typeof ROUTES)[N] extends { readonly body: infer B extends z.ZodType } ? z.input<B> : undefined;
