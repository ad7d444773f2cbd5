import { shanghaiDate } from '../dates';
import { refused } from '../decision';
import type { Check } from '../explain';
import { isRegistered } from '../person/person';
import { atMost } from './at-most';
import type { BindingWish } from './binding-request';
import { refuseDates, validText } from './check-terms';

export type ShowCodeCode = 'BINDING_DATES_INVALID' | 'BINDING_RELATIVE_NOT_INSURED' | 'BINDING_TOO_MANY_SHOWN' | 'BINDING_TOO_MANY_SHOWERS';

/** Asked of whoever wants to show a relative's code, and of whoever wants to pay for them. */
export const RELATIVE_REGISTERED: Check<BindingWish, 'BINDING_RELATIVE_NOT_INSURED'> = {
  title: 'TA的参保状态',
  refuse: ({ relative }) => (isRegistered(relative) ? undefined : refused('BINDING_RELATIVE_NOT_INSURED')),
  ok: () => '这位亲属有基本医保登记。',
};

/** Can the owner show the relative's code? The relative's region says by how many it may be shown. */
export const SHOW_CODE_CHECKS: readonly Check<BindingWish, ShowCodeCode>[] = [
  {
    title: '起止日期',
    refuse: ({ showCode, now }) => {
      const today = shanghaiDate(now);
      return showCode === null ? undefined : refuseDates({ startsOn: today, endsOn: showCode.endsOn }, today);
    },
    ok: ({ showCode }) => validText(showCode?.endsOn ?? null),
  },
  RELATIVE_REGISTERED,
  atMost({
    title: '您出示的人数',
    kind: 'maxShown',
    region: 'ownerPolicy',
    count: ({ existing }) => existing.ofOwner.filter(({ grants }) => grants.includes('show-code')).length,
    unit: '人',
    code: 'BINDING_TOO_MANY_SHOWN',
  }),
  atMost({
    title: '出示TA的人数',
    kind: 'maxShowers',
    region: 'relativePolicy',
    count: ({ existing, owner }) => new Set(existing.showersOfRelative.filter((id) => id !== owner.id)).size,
    unit: '人',
    code: 'BINDING_TOO_MANY_SHOWERS',
  }),
];
