/** One step with one switch: what is asked before it and said after it. */
export const GRANT_STEP = {
  unknown: '网络没有回应，办理可能已经成功。请先查看现在的状态。',
  look: '查看现在的状态',
  pause: '确认暂停',
  withdraw: '确认撤回',
  cancel: '取消',
  of: '{act}：{grant}',
} as const;
