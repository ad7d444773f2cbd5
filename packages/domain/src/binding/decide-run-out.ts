import type { PlainDate } from '../dates';
import type { Decision } from '../decision';
import type { Binding } from './grant';
import { type BindingStep, stepGrants } from './grant-steps';
import { isLive } from './states';

export interface RunOutRequest {
  readonly binding: Binding;
  /** Premium payments between the two that are not finished. */
  readonly openPaymentCount: number;
  readonly today: PlainDate;
}

/**
 * What the clock does to grants after their last day. Fund sharing waits for a payment that was begun in time: nothing new is taken meanwhile, and it does
 * not end before the last debit.
 */
export function decideRunOut({ binding, openPaymentCount, today }: RunOutRequest): Decision<BindingStep, 'BINDING_STATE_CONFLICT'> {
  const due = binding.grants.filter(
    ({ kind, state, endsOn }) => isLive(state) && endsOn !== null && endsOn < today && (kind === 'show-code' || openPaymentCount === 0),
  );
  return stepGrants(
    binding,
    due.map(({ kind }) => kind),
    'ran-out',
  );
}
