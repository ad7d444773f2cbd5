/** Ending a binding, or one switch of it. */
export const UNBIND = {
  title: { unbind: '解绑', close: '关闭' },
  unbind: {
    doing: '正在解绑…',
    unknown: '网络没有回应，解绑可能已经成功。再次提交同一办理不会重复。',
    after: '解绑之后',
    confirm: '确认解绑',
    notNow: '先不解绑',
    done: '已解绑',
    afterwards: '从现在起不会再有出示和扣款。以前的记录和凭证仍可查看。',
  },
  close: {
    doing: '正在关闭…',
    unknown: '网络没有回应，关闭可能已经成功。再次提交同一办理不会重复。',
    after: '关闭之后',
    confirm: '确认关闭',
    notNow: '先不关闭',
    done: '已关闭',
  },
  /** Once a switch has been closed. */
  closed: {
    'show-code': '从现在起不能再出示。以前的记录仍可查看。',
    'share-funds': '从现在起不会再有扣款。以前的记录和凭证仍可查看。',
  },
  endsOn: '生效日期',
  blocked: {
    title: '现在不能办理。',
    onePayment: '查看并作废这笔代缴',
    payment: '查看并作废第 {place} 笔代缴',
    lookAtOne: '查看这笔代缴',
    lookAt: '查看第 {place} 笔代缴',
    closeOnly: '只关闭“{what}”',
  },
  pause: {
    act: '先暂停，不再有新的扣款',
    besidePayment: '暂停以后，已经申请的代缴照常办理。',
    doing: '正在暂停…',
    unknown: '网络没有回应，暂停可能已经成功。再次提交同一办理不会重复。',
    done: '已暂停',
    afterwards: '从现在起不会再有新的扣款，随时可以恢复。',
  },
} as const;
