/** Why money moved in a personal account. The ledger, the wire and the screens use these names. */
export const ENTRY_KINDS = [
  'opening',
  'credit',
  'year-switch',
  'settlement',
  'settlement-void',
  'premium-hold',
  'premium-paid',
  'premium-released',
  'refund',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_KIND_TEXT: Readonly<Record<EntryKind, string>> = {
  opening: '期初余额',
  credit: '划入个人账户',
  'year-switch': '当年转历年',
  settlement: '就医购药',
  'settlement-void': '就医购药撤销，退回',
  'premium-hold': '代缴居民医保费，先冻结',
  'premium-paid': '代缴居民医保费，已扣款',
  'premium-released': '代缴没有扣款，解除冻结',
  refund: '退款',
};
