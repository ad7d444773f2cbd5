import { decideUnbind } from '@gongji/domain';
import { stepCommand } from './step-command';

/** Ends a binding and all grants on it. Settling and applying lock the binding first as well, so nothing is debited after this was answered. */
export const unbind = stepCommand({
  kind: 'unbind',
  action: 'binding-ended',
  decide: (facts) => decideUnbind({ ...facts, kind: null }),
});
