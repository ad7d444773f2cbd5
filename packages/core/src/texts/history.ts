import { BINDING_STATE_TEXT, type BindingState, GRANT_STEPS, type GrantKind, type GrantReason } from '@gongji/domain';

/** Whom a proposal waits for depends on who reads it. */
export const stateText = (state: BindingState, mine: boolean): string =>
  state === 'proposed' && !mine ? '等您确认' : BINDING_STATE_TEXT[state];

/** What both sides of a binding read of one thing that happened to a grant. */
export const stepText = (reason: GrantReason): string => GRANT_STEPS[reason].text;

export const TERMS_CHANGED_TEXT: Readonly<Record<GrantKind, string>> = {
  'show-code': '改了结束日期',
  'share-funds': '改了用途、限额、日期或顺位',
};
