import type { BindingList, BindingView } from '@gongji/contract';
import { PREMIUM } from '@gongji/texts';

export interface Payable {
  readonly binding: BindingView;
  /** Why my account cannot pay this relative's premium now; null: it can. */
  readonly obstacle: string | null;
}

/** Relatives I bound, each with the one reason that stands in the way. */
export const payableRelatives = ({ bindings }: BindingList): readonly Payable[] =>
  bindings
    .filter(({ myRole, state }) => myRole === 'owner' && state !== 'ended')
    .map((binding) => ({ binding, obstacle: obstacleOf(binding) }));

function obstacleOf({ grants }: BindingView): string | null {
  const funds = grants.find(({ kind }) => kind === 'share-funds');
  if (funds === undefined || funds.state === 'ended') return PREMIUM.obstacle.closed;
  if (funds.state === 'proposed') return PREMIUM.obstacle.proposed;
  if (funds.state === 'paused') return PREMIUM.obstacle.paused;
  return funds.uses.includes('premium') ? null : PREMIUM.obstacle.unticked;
}
