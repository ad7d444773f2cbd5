import { shanghaiDate } from '../dates';
import { refused } from '../decision';
import type { Check } from '../explain';
import type { BindingWish } from './binding-request';
import { refuseDates } from './check-terms';

export type ShowCodeCode = 'BINDING_DATES_INVALID' | 'BINDING_RELATIVE_NOT_INSURED' | 'BINDING_TOO_MANY_SHOWN' | 'BINDING_TOO_MANY_SHOWERS';

const shown = ({ existing }: BindingWish): number => existing.ofOwner.filter(({ grants }) => grants.includes('show-code')).length;
const otherShowers = ({ existing, owner }: BindingWish): number => new Set(existing.showersOfRelative.filter((id) => id !== owner.id)).size;

/** Can the owner show the relative's code? The relative's region says by how many it may be shown. */
export const SHOW_CODE_CHECKS: readonly Check<BindingWish, ShowCodeCode>[] = [
  {
    title: '起止日期',
    refuse: ({ showCode, now }) => {
      const today = shanghaiDate(now);
      return showCode === null ? undefined : refuseDates({ startsOn: today, endsOn: showCode.endsOn }, today);
    },
    ok: ({ showCode }) => (showCode?.endsOn === null ? '长期有效，直到关闭。' : `到 ${showCode?.endsOn ?? '—'} 为止。`),
  },
  {
    title: 'TA的参保状态',
    refuse: ({ relative }) =>
      relative.insuranceState === 'none' || relative.insuranceState === 'ended' ? refused('BINDING_RELATIVE_NOT_INSURED') : undefined,
    ok: () => '这位亲属有基本医保登记。',
  },
  {
    title: '您出示的人数',
    rule: { kind: 'maxShown', policy: ({ ownerPolicy }) => ownerPolicy },
    refuse: (wish) => {
      const most = wish.ownerPolicy.rule('maxShown');
      return most !== undefined && shown(wish) >= most.value ? refused('BINDING_TOO_MANY_SHOWN', { limit: most.value }) : undefined;
    },
    ok: (wish) => `现在 ${shown(wish)} 人，上限 ${wish.ownerPolicy.rule('maxShown')?.value ?? '—'} 人。`,
  },
  {
    title: '出示TA的人数',
    rule: { kind: 'maxShowers', policy: ({ relativePolicy }) => relativePolicy },
    refuse: (wish) => {
      const most = wish.relativePolicy.rule('maxShowers');
      return most !== undefined && otherShowers(wish) >= most.value
        ? refused('BINDING_TOO_MANY_SHOWERS', { limit: most.value })
        : undefined;
    },
    ok: (wish) => `现在 ${otherShowers(wish)} 人，上限 ${wish.relativePolicy.rule('maxShowers')?.value ?? '—'} 人。`,
  },
];
