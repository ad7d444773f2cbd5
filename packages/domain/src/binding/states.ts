import type { BindingState, GrantState } from './grant';

/** The only steps there are. A CHECK in the database says the same. */
export const BINDING_STEPS: Readonly<Record<BindingState, readonly BindingState[]>> = {
  proposed: ['active', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

/** active → proposed: a child who turns 16 has to agree in person. */
export const GRANT_STEPS: Readonly<Record<GrantState, readonly GrantState[]>> = {
  proposed: ['active', 'ended'],
  active: ['paused', 'proposed', 'ended'],
  paused: ['active', 'ended'],
  ended: [],
};

export const mayStepBinding = (from: BindingState, to: BindingState): boolean => BINDING_STEPS[from].includes(to);
export const mayStepGrant = (from: GrantState, to: GrantState): boolean => GRANT_STEPS[from].includes(to);

/** Counts against limits: everything but what has ended. An invitation counts, or two could be accepted into one place. */
export const isLive = (state: BindingState): boolean => state !== 'ended';

export const BINDING_STATE_TEXT: Readonly<Record<BindingState, string>> = {
  proposed: '等对方确认',
  active: '已绑定',
  paused: '已暂停',
  ended: '已解绑',
};
