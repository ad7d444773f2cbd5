import type { BindingView, GrantView } from '@gongji/contract';
import { fenText, FUND_USE_TEXT } from '@gongji/domain';
import { dayText } from '@/shared/text/moment';
import type { Tone } from '@/shared/ui/notice';

export const GRANT_TITLE: Readonly<Record<GrantView['kind'], string>> = {
  'show-code': '出示TA的医保码',
  'share-funds': '用我的个人账户帮TA付',
};
/** The same two, said to the relative. */
export const GRANT_TITLE_FOR_RELATIVE: Readonly<Record<GrantView['kind'], string>> = {
  'show-code': '由TA出示我的医保码',
  'share-funds': '由TA的个人账户帮我付',
};
export const GRANT_NOTE: Readonly<Record<GrantView['kind'], string>> = {
  'show-code': '国家医保的“亲情账户”。只出示，不动您的钱。',
  'share-funds': '职工医保的“家庭共济”。家人的费用从您的个人账户扣。',
};

export const GRANT_STATE: Readonly<Record<GrantView['state'], { readonly text: string; readonly tone: Tone }>> = {
  proposed: { text: '等待同意', tone: 'warn' },
  active: { text: '已开启', tone: 'ok' },
  paused: { text: '已暂停', tone: 'warn' },
  ended: { text: '已关闭', tone: 'quiet' },
};
/** Where the binding has no such grant. */
export const GRANT_ABSENT = { text: '未开启', tone: 'quiet' } as const;

export const BINDING_TONE: Readonly<Record<BindingView['state'], Tone>> = {
  proposed: 'warn',
  active: 'ok',
  paused: 'warn',
  ended: 'quiet',
};

export const untilText = (endsOn: string | null): string => (endsOn === null ? '长期有效，可随时解绑' : `到 ${dayText(endsOn)}（含当天）`);

export function capText({ capPerPaymentFen, capPerMonthFen }: Pick<GrantView, 'capPerPaymentFen' | 'capPerMonthFen'>): string {
  const caps = [
    capPerPaymentFen === null ? '' : `每次不超过 ${fenText(capPerPaymentFen)}`,
    capPerMonthFen === null ? '' : `每月不超过 ${fenText(capPerMonthFen)}`,
  ].filter((cap) => cap !== '');
  return caps.length === 0 ? '不设限额' : caps.join('，');
}

export const usesText = (uses: GrantView['uses']): string => uses.map((use) => FUND_USE_TEXT[use]).join('、');

/** Each side reads the relation from their own side. */
export const relationOfOther = (binding: BindingView): string => `我的${binding.relationText}`;
