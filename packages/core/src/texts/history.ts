/** Audit actions as both sides of a binding read them. */
export const HISTORY_TEXT: Readonly<Record<string, string>> = {
  'binding-made': '绑定',
  'binding-proposed': '发起绑定，等待确认',
  'binding-accepted': '同意绑定',
  'binding-declined': '没有同意',
  'binding-ended': '解绑',
  'binding-expired': '邀请过期',
  'binding-ran-out': '到期结束',
};
