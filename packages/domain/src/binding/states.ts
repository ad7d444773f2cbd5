export const GRANT_STATES = ['proposed', 'active', 'paused', 'ended'] as const;
export type GrantState = (typeof GRANT_STATES)[number];
export const BINDING_STATES = ['proposed', 'active', 'paused', 'ended'] as const;
export type BindingState = (typeof BINDING_STATES)[number];

/** Counts against limits: everything but what has ended. An invitation counts, or two could be accepted into one place. */
export const isLive = (state: BindingState): boolean => state !== 'ended';

/** Agreed to and not over. An invitation that nobody has answered opens nothing of the one who was named. */
export const stands = (state: BindingState): boolean => state === 'active' || state === 'paused';

export const BINDING_STATE_TEXT: Readonly<Record<BindingState, string>> = {
  proposed: '等TA确认',
  active: '已绑定',
  paused: '已暂停',
  // Also what was declined, withdrawn or ended by the register: nobody unbound those.
  ended: '已结束',
};

/** Of one switch, as both sides read it. */
export const GRANT_STATE_TEXT: Readonly<Record<GrantState, string>> = {
  proposed: '等待确认',
  active: '已开启',
  paused: '已暂停',
  ended: '已关闭',
};
