import type { BindingList, BindingView } from '@gongji/contract';

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
  if (funds === undefined || funds.state === 'ended') return '没有打开“用我的个人账户帮TA付”';
  if (funds.state === 'proposed') return '“用我的个人账户帮TA付”还在等对方确认';
  if (funds.state === 'paused') return '“用我的个人账户帮TA付”已暂停';
  return funds.uses.includes('premium') ? null : '用途里没有选“居民医保费”';
}
