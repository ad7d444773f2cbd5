import type { GrantState } from './states';

interface StepRow {
  /** none: there was no such grant, or it had ended. */
  readonly from: readonly (GrantState | 'none')[];
  readonly to: GrantState;
  readonly by: 'owner' | 'relative' | 'system';
  /** As both sides read it in the history. */
  readonly text: string;
}

const LIVE: readonly GrantState[] = ['proposed', 'active', 'paused'];
const AGREED: readonly GrantState[] = ['active', 'paused'];

/** Every way the state of a grant can change, and the only ones. A CHECK in the database says the same. */
export const GRANT_STEPS = {
  proposed: { from: ['none'], to: 'proposed', by: 'owner', text: '发起，等TA确认' },
  'sponsor-pledged': { from: ['none'], to: 'active', by: 'owner', text: '由共济人承诺开通' },
  'guardian-stated': { from: ['none'], to: 'active', by: 'owner', text: '由监护人承诺开通' },
  'temporary-member': { from: ['none'], to: 'active', by: 'owner', text: '作为临时成员开通，只代缴居民医保费' },
  accepted: { from: ['proposed'], to: 'active', by: 'relative', text: '本人同意' },
  'accepted-with-face-check': { from: ['proposed'], to: 'active', by: 'relative', text: '本人刷脸同意' },
  declined: { from: ['proposed'], to: 'ended', by: 'relative', text: '没有同意' },
  withdrawn: { from: ['proposed'], to: 'ended', by: 'owner', text: '撤回邀请' },
  'invitation-expired': { from: ['proposed'], to: 'ended', by: 'system', text: '邀请过期' },
  'paused-by-owner': { from: ['active'], to: 'paused', by: 'owner', text: '暂停' },
  'paused-by-relative': { from: ['active'], to: 'paused', by: 'relative', text: '暂停' },
  'resumed-by-owner': { from: ['paused'], to: 'active', by: 'owner', text: '恢复' },
  'resumed-by-relative': { from: ['paused'], to: 'active', by: 'relative', text: '恢复' },
  'closed-by-owner': { from: AGREED, to: 'ended', by: 'owner', text: '关闭' },
  'closed-by-relative': { from: AGREED, to: 'ended', by: 'relative', text: '关闭' },
  'unbound-by-owner': { from: LIVE, to: 'ended', by: 'owner', text: '解绑' },
  'unbound-by-relative': { from: LIVE, to: 'ended', by: 'relative', text: '解绑' },
  'ran-out': { from: LIVE, to: 'ended', by: 'system', text: '到了结束日期' },
  'came-of-age': { from: AGREED, to: 'proposed', by: 'system', text: '到了本人同意的年龄，改由本人确认' },
  'owner-insurance-paused': { from: LIVE, to: 'ended', by: 'system', text: '共济人参保暂停，自动结束' },
  'owner-insurance-ended': { from: LIVE, to: 'ended', by: 'system', text: '共济人参保终止，自动结束' },
  'owner-moved': { from: LIVE, to: 'ended', by: 'system', text: '共济人转到其他统筹区，自动结束' },
  'owner-died': { from: LIVE, to: 'ended', by: 'system', text: '发起绑定的人去世，自动结束' },
  'relative-insurance-paused': { from: LIVE, to: 'ended', by: 'system', text: '使用人参保暂停，自动结束' },
  'relative-insurance-ended': { from: LIVE, to: 'ended', by: 'system', text: '使用人参保终止，自动结束' },
  'relative-moved': { from: LIVE, to: 'ended', by: 'system', text: '使用人转到其他统筹区，自动结束' },
  'relative-died': { from: LIVE, to: 'ended', by: 'system', text: '被绑定的亲属去世，自动结束' },
} as const satisfies Readonly<Record<string, StepRow>>;

/** Why a grant is in its state: one reason code a step. */
export type GrantReason = keyof typeof GRANT_STEPS;
export const GRANT_REASONS = Object.keys(GRANT_STEPS) as readonly GrantReason[];
