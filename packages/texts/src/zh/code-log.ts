/** Who showed whose code, when and where it was scanned. */
export const CODE_LOG = {
  title: '医保码出示记录',
  oneself: '本人',
  none: '还没有出示记录',
  noneText: '您或家人出示医保码后，时间、出示人和扫码的机构会记在这里。',
  older: '更早的记录',
  notScanned: '没有被扫描',
  who: {
    mineByMe: '我出示了自己的医保码',
    byMe: '我出示了 {person} 的医保码',
    mine: '{shownBy} 出示了我的医保码',
    others: '{shownBy} 出示了 {person} 的医保码',
  },
  shown: {
    once: '{time} 出示',
    atOnce: '{time} 连续出示，共 {times} 个码',
    on: '{first} 到 {last} 连续出示，共 {times} 个码',
  },
  scanned: { at: '{time} {institution}扫描', somewhere: '{time} 定点机构扫描' },
} as const;
