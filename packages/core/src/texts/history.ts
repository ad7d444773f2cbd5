import { GRANT_STEPS, type GrantKind, type GrantReason } from '@gongji/domain';

/** What both sides of a binding read of one thing that happened to a grant. */
export const stepText = (reason: GrantReason): string => GRANT_STEPS[reason].text;

export const TERMS_CHANGED_TEXT: Readonly<Record<GrantKind, string>> = {
  'show-code': '改了结束日期',
  'share-funds': '改了用途、限额、日期或顺位',
};
