/** The inbox. */
export const MESSAGES = {
  title: '消息',
  unread: '未读',
  older: '更早的消息',
  open: '去看看',
  openOf: '去看看：{title}',
  filter: {
    all: '全部',
    label: '看哪类消息',
    now: '筛选：{kind}',
  },
  none: { title: '还没有消息', text: '扣款、绑定和代缴有变化时，会在这里告诉您。' },
  noneOfKind: { title: '没有这类消息', text: '换一类，或看全部。' },
} as const;
