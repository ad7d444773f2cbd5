/** What a message is about, as people sort their inbox. */
export const MESSAGE_KINDS = ['money', 'premium', 'binding', 'dates', 'other'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export const MESSAGE_KIND_TEXT: Readonly<Record<MessageKind, string>> = {
  money: '扣款和划入',
  premium: '代缴',
  binding: '绑定',
  dates: '到期提醒',
  other: '其他',
};

/** How the topics of each kind begin; whatever begins otherwise is `other`. */
export const TOPIC_BEGINNINGS: Readonly<Record<Exclude<MessageKind, 'other'>, readonly string[]>> = {
  money: ['account-', 'settlement-', 'year-'],
  premium: ['premium-'],
  binding: ['binding-', 'grant-', 'terms-', 'limit-', 'order-'],
  dates: ['reminder-'],
};

/** What a message can lead to, where its reader may open that. `premium`: a payment by somebody else for the reader, whose premium it is and nothing more. */
export const MESSAGE_SUBJECTS = ['binding', 'payment', 'premium', 'settlement', 'complaint'] as const;
export type MessageSubject = (typeof MESSAGE_SUBJECTS)[number];

const SORTED = MESSAGE_KINDS.filter((kind) => kind !== 'other');

export const messageKindOf = (topic: string): MessageKind =>
  SORTED.find((kind) => TOPIC_BEGINNINGS[kind].some((beginning) => topic.startsWith(beginning))) ?? 'other';
