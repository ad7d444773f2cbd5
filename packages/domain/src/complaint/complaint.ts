/** What people write about. In the order in which a form lists them. */
export const COMPLAINT_KINDS = ['debit', 'binding', 'premium', 'code', 'privacy', 'suggestion', 'other'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

export const COMPLAINT_KIND_TEXT: Readonly<Record<ComplaintKind, string>> = {
  debit: '扣款有疑问',
  binding: '绑定或解绑',
  premium: '居民医保代缴',
  code: '医保码',
  privacy: '个人信息',
  suggestion: '建议',
  other: '其他',
};

/** What a complaint may point at: something of the writer's own. */
export const COMPLAINT_SUBJECTS = ['payment', 'settlement', 'binding'] as const;
export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS)[number];

export const COMPLAINT_STATES = ['received', 'answered', 'closed'] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const COMPLAINT_STATE_TEXT: Readonly<Record<ComplaintState, string>> = {
  received: '已收到，等待答复',
  answered: '已答复',
  closed: '已结束',
};

/** An answer may be followed by another; whoever wrote ends it, before an answer or after. What has ended is written down and stays. */
export const COMPLAINT_STEPS: Readonly<Record<ComplaintState, readonly ComplaintState[]>> = {
  received: ['answered', 'closed'],
  answered: ['answered', 'closed'],
  closed: [],
};

export const mayStepComplaint = (from: ComplaintState, to: ComplaintState): boolean => COMPLAINT_STEPS[from].includes(to);

/** Characters, as people count them. */
export const COMPLAINT_TEXT_BOUNDS = { least: 5, most: 1000 } as const;
