import type { FamilyDateView } from '@gongji/contract';

type Kind = FamilyDateView['kind'];

const ACT: Readonly<Record<Kind, string>> = {
  'window-opens': '去代缴',
  'window-closes': '去代缴',
  'grant-ends': '看这位家人，改日期',
  'of-age': '看这位家人',
  'voidable-until': '看这笔代缴',
  'asked-again': '看这笔代缴',
  'accept-by': '看邀请',
};
export const actText = (kind: Kind): string => ACT[kind];

export const leftText = (days: number): string => (days === 0 ? '今天' : days === 1 ? '明天' : `还有 ${days} 天`);
