import type { z } from 'zod';
import * as account from './account';
import * as binding from './binding';
import * as code from './insurance-code';
import * as message from './message';
import * as policy from './policy';
import * as premium from './premium';
import * as session from './session';

// Every route under /api, once: the edge registers from it, and the OpenAPI document is made from it.

export interface RouteContract {
  /** No PATCH: wx.request does not send it. */
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** Writes carry an Idempotency-Key header; reads do not. */
  readonly write: boolean;
  readonly open?: true;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
}

const define = <const R extends Readonly<Record<string, RouteContract>>>(routes: R): R => routes;

export const ROUTES = define({
  // Logging in is no write in the sense of the key: a WeChat code is single-use by itself.
  logIn: {
    method: 'post',
    path: '/session',
    summary: '登录',
    write: false,
    open: true,
    body: session.loginRequest,
    answer: session.session,
  },
  logOut: { method: 'delete', path: '/session', summary: '退出登录', write: false, answer: binding.noBody },
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

  bindings: { method: 'get', path: '/bindings', summary: '亲情账户列表', write: false, answer: binding.bindingList },
  proposeBinding: {
    method: 'post',
    path: '/bindings',
    summary: '绑定亲属',
    write: true,
    body: binding.proposeBindingRequest,
    answer: binding.bindingView,
  },
  binding: { method: 'get', path: '/bindings/:bindingId', summary: '一条绑定', write: false, answer: binding.bindingView },
  acceptBinding: {
    method: 'post',
    path: '/bindings/:bindingId/accept',
    summary: '同意绑定',
    write: true,
    body: binding.acceptRequest,
    answer: binding.bindingView,
  },
  declineBinding: {
    method: 'post',
    path: '/bindings/:bindingId/decline',
    summary: '不同意绑定',
    write: true,
    body: binding.noBody,
    answer: binding.bindingView,
  },
  unbindPreview: {
    method: 'get',
    path: '/bindings/:bindingId/unbind-preview',
    summary: '解绑前预览',
    write: false,
    query: binding.unbindPreviewQuery,
    answer: binding.unbindPreview,
  },
  unbind: { method: 'delete', path: '/bindings/:bindingId', summary: '解绑', write: true, answer: binding.bindingView },
  checkBinding: {
    method: 'post',
    path: '/bindings/check',
    summary: '绑定前看能不能办、为什么',
    write: false,
    body: binding.checkBindingRequest,
    answer: binding.explanationList,
  },
  explainBinding: {
    method: 'get',
    path: '/bindings/:bindingId/explanation',
    summary: '为什么能用、为什么不能用',
    write: false,
    answer: binding.explanationList,
  },
  withdrawInvitation: {
    method: 'delete',
    path: '/bindings/:bindingId/invitation',
    summary: '撤回邀请',
    write: true,
    answer: binding.bindingView,
  },
  openInvitation: {
    method: 'post',
    path: '/invitations/open',
    summary: '打开收到的邀请',
    write: false,
    body: binding.openInvitationRequest,
    answer: binding.bindingView,
  },
  startFaceCheck: {
    method: 'post',
    path: '/face-checks',
    summary: '开始本人刷脸',
    write: false,
    body: binding.noBody,
    answer: binding.faceCheck,
  },
  openGrant: {
    method: 'post',
    path: '/bindings/:bindingId/grants',
    summary: '打开一个开关',
    write: true,
    body: binding.openGrantRequest,
    answer: binding.bindingView,
  },
  closeGrant: {
    method: 'post',
    path: '/bindings/:bindingId/close',
    summary: '关闭一个开关',
    write: true,
    body: binding.grantRequest,
    answer: binding.bindingView,
  },
  pauseGrant: {
    method: 'post',
    path: '/bindings/:bindingId/pause',
    summary: '暂停一个开关',
    write: true,
    body: binding.grantRequest,
    answer: binding.bindingView,
  },
  resumeGrant: {
    method: 'post',
    path: '/bindings/:bindingId/resume',
    summary: '恢复一个开关',
    write: true,
    body: binding.grantRequest,
    answer: binding.bindingView,
  },
  changeTerms: {
    method: 'put',
    path: '/bindings/:bindingId/terms',
    summary: '改限额、用途和日期',
    write: true,
    body: binding.changeTermsRequest,
    answer: binding.bindingView,
  },
  deductionOrder: { method: 'get', path: '/deduction-order', summary: '我的扣款顺序', write: false, answer: binding.deductionOrder },
  setDeductionOrder: {
    method: 'put',
    path: '/deduction-order',
    summary: '调整扣款顺序',
    write: true,
    body: binding.setDeductionOrderRequest,
    answer: binding.deductionOrder,
  },
  sharedLimit: { method: 'get', path: '/shared-limit', summary: '全体亲属共用的限额', write: false, answer: binding.sharedLimit },
  setSharedLimit: {
    method: 'put',
    path: '/shared-limit',
    summary: '设置全体亲属共用的限额',
    write: true,
    body: binding.setSharedLimitRequest,
    answer: binding.sharedLimit,
  },

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
  codeLog: { method: 'get', path: '/insurance-codes/log', summary: '谁出示过我的医保码', write: false, answer: code.codeLog },

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

  messages: { method: 'get', path: '/messages', summary: '消息', write: false, answer: message.messageList },
});
export type RouteName = keyof typeof ROUTES;
/** What a route answers and takes, for the mini program: types only. */
export type Answer<N extends RouteName> = z.infer<(typeof ROUTES)[N]['answer']>;
export type Body<N extends RouteName> = (typeof ROUTES)[N] extends { readonly body: infer B extends z.ZodType } ? z.input<B> : undefined;
