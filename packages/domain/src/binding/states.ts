import type { BindingState } from './grant';

/** Counts against limits: everything but what has ended. An invitation counts, or two could be accepted into one place. */
export const isLive = (state: BindingState): boolean => state !== 'ended';

export const BINDING_STATE_TEXT: Readonly<Record<BindingState, string>> = {
  proposed: '等对方确认',
  active: '已绑定',
  paused: '已暂停',
  ended: '已解绑',
};
