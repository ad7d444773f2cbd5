import type { CatalogueRow } from './catalogue-row';

/** 投诉建议. */
export const COMPLAINT_ERRORS = {
  COMPLAINT_NOT_FOUND: { kind: 'not-found', text: '没有找到这条投诉建议。', nextStep: '请返回列表查看；也可以凭编号拨打 12393 询问。' },
  COMPLAINT_SUBJECT_NOT_FOUND: {
    kind: 'not-found',
    text: '没有找到您要反映的那笔记录。',
    nextStep: '请重新选择，或不选记录，直接写明情况。',
  },
  COMPLAINT_TOO_MANY: {
    kind: 'conflict',
    text: '每人每天最多写 {most} 条，今天已经写满。',
    nextStep: '内容已保留在手机里，请明天再提交；急事请拨打 12393。',
  },
  COMPLAINT_TOO_MANY_OPEN: {
    kind: 'conflict',
    text: '您还有 {most} 条没有结束。',
    nextStep: '请先看看已有的答复，把不再需要的结束后再写；急事请拨打 12393。',
  },
  COMPLAINT_CLOSED: { kind: 'conflict', text: '这条投诉建议已经结束。', nextStep: '还有问题请另写一条，可以写上原来的编号。' },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
