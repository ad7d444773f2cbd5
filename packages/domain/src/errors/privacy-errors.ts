import type { CatalogueRow } from './catalogue-row';

/** What a person has agreed to, and what ends with their account. */
export const PRIVACY_ERRORS = {
  PRIVACY_CONSENT_REQUIRED: {
    kind: 'forbidden',
    text: '登录前，请先看过个人信息怎么用，并选择是否同意。',
    nextStep: '没有读取也没有保存您的信息。不同意也可以查地区规则，或到医保经办窗口办理。',
  },
  PRIVACY_CONSENT_OUTDATED: {
    kind: 'conflict',
    text: '个人信息的说明刚刚更新，您看的是旧的一版。',
    nextStep: '请返回上一页，看过新的说明后再选择。',
  },
  ACCOUNT_DELETION_BLOCKED: {
    kind: 'conflict',
    text: '还有 {count} 件事没有办完，现在不能注销。',
    nextStep: '请按注销页上列出的，一件一件办完再来；没有改动任何内容。',
  },
} as const satisfies Readonly<Record<string, CatalogueRow>>;
