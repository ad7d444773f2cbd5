import type { CatalogueRow } from './catalogue-row';

/** What can be wrong with a request, or with who asks. */
export const REQUEST_ERRORS = {
  // The request itself
  REQUEST_INVALID: { kind: 'invalid', text: '提交的内容有误：{field}', nextStep: '请按提示改正后再提交，已填写的内容会保留。' },
  REQUEST_TOO_LARGE: { kind: 'invalid', text: '提交的内容太长。', nextStep: '请缩短后再提交。' },
  IDEMPOTENCY_KEY_MISSING: { kind: 'invalid', text: '请求缺少防重复编号。', nextStep: '请更新小程序后再试。' },
  IDEMPOTENCY_KEY_REUSED: {
    kind: 'invalid',
    text: '这个防重复编号已用于另一项内容不同的办理。',
    nextStep: '请返回上一页重新进入后再办理；之前的办理不受影响。',
  },
  ROUTE_UNKNOWN: {
    kind: 'not-found',
    text: '没有这个地址，链接可能不完整。',
    nextStep: '请返回首页再打开；是别人发来的链接，请TA再发一次。',
  },
  RATE_LIMITED: { kind: 'unavailable', text: '操作太频繁。', nextStep: '请等 {seconds} 秒再试。' },
  // Who is asking
  SESSION_MISSING: { kind: 'unauthenticated', text: '您还没有登录。', nextStep: '请重新打开小程序登录。' },
  SESSION_EXPIRED: { kind: 'unauthenticated', text: '登录已过期。', nextStep: '请重新登录，已填写的内容会保留。' },
  SESSION_ENDED: {
    kind: 'unauthenticated',
    text: '这里的登录已被退出。',
    nextStep: '请重新登录；不是您自己退出的，登录后到“我的设备和登录”里查看。',
  },
  LOGIN_CODE_INVALID: { kind: 'unauthenticated', text: '微信登录凭证无效或已用过。', nextStep: '请重新打开小程序登录。' },
  PERSON_NOT_ENROLLED: {
    kind: 'forbidden',
    text: '没有找到您的参保登记。',
    nextStep: '没有登记的，请先在参保地医保经办窗口或国家医保服务平台办理；注销过账户的，不能再登录。',
  },
  OUTSIDE_UNAVAILABLE: { kind: 'unavailable', text: '{party}暂时没有回应。', nextStep: '没有做任何改动，请稍后再试；急用请到窗口办理。' },
  SERVICE_BUSY: { kind: 'unavailable', text: '现在办理的人太多。', nextStep: '没有做任何改动，请等 {seconds} 秒再试。' },
  SERVICE_NOT_READY: { kind: 'unavailable', text: '服务正在启动或停止。', nextStep: '请稍后再试。' },
  UNEXPECTED: { kind: 'bug', text: '系统出错了。', nextStep: '请先查看办理记录，不要重复办理；如需帮助，请提供页面上的编号。' },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
