import type { BindingView, GrantView } from '@gongji/contract';
import { fenText, FUND_USE_TEXT, FUND_USES, GRANT_KINDS, type PlainDate } from '@gongji/domain';
import { dayText } from '@/shared/text/moment';
import type { IconName } from '@/shared/ui/icon';
import type { Tone } from '@/shared/ui/notice';

export type GrantKind = GrantView['kind'];
type Role = BindingView['myRole'];

export const GRANT_TITLE: Readonly<Record<GrantKind, string>> = {
  'show-code': '出示TA的医保码',
  'share-funds': '用我的个人账户帮TA付',
};
/** The same two, said to the relative. */
export const GRANT_TITLE_FOR_RELATIVE: Readonly<Record<GrantKind, string>> = {
  'show-code': '由TA出示我的医保码',
  'share-funds': '由TA的个人账户帮我付',
};
const TITLE: Readonly<Record<Role, Readonly<Record<GrantKind, string>>>> = { owner: GRANT_TITLE, relative: GRANT_TITLE_FOR_RELATIVE };
export const grantTitle = (role: Role, kind: GrantKind): string => TITLE[role][kind];

export const GRANT_NOTE: Readonly<Record<GrantKind, string>> = {
  'show-code': '国家医保的“亲情账户”。只出示，不动您的钱。',
  'share-funds': '职工医保的“家庭共济”。家人的费用从您的个人账户扣。',
};

interface Now {
  readonly text: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

const NOW: Readonly<Record<GrantView['state'], Omit<Now, 'text'>>> = {
  proposed: { tone: 'warn', icon: 'clock' },
  active: { tone: 'ok', icon: 'check' },
  paused: { tone: 'warn', icon: 'off' },
  ended: { tone: 'quiet', icon: 'off' },
};
/** How a switch stands: by colour, sign and word. */
export const grantNow = (grant: GrantView | undefined): Now =>
  grant === undefined ? { text: '未开启', tone: 'quiet', icon: 'off' } : { text: grant.stateText, ...NOW[grant.state] };

export const BINDING_TONE: Readonly<Record<BindingView['state'], Tone>> = {
  proposed: 'warn',
  active: 'ok',
  paused: 'warn',
  ended: 'quiet',
};

/** What a pause does, said before it is done. */
export const PAUSE_TEXT: Readonly<Record<Role, Readonly<Record<GrantKind, string>>>> = {
  owner: {
    'show-code': '暂停后，您不能出示TA的医保码。随时可以恢复。',
    'share-funds': '暂停后，TA的费用不再从您的个人账户扣。随时可以恢复。',
  },
  relative: {
    'show-code': '暂停后，TA不能出示您的医保码。随时可以恢复。',
    'share-funds': '暂停后，您的费用不再从TA的个人账户扣。随时可以恢复。',
  },
};
export const WITHDRAW_TEXT = '撤回后，对方不能再同意这份邀请。需要时可以重新发起。';

const BY_A_SIDE = /^(?:paused|resumed|closed|unbound)-by-(owner|relative)$/;

/** Who did what only one of the two can do, said to each of them. */
const WHY_TO: Readonly<Record<string, Readonly<Record<Role, string>> | undefined>> = {
  proposed: { owner: '您发起的，等TA确认', relative: 'TA发起的，等您确认' },
  'sponsor-pledged': { owner: '由您承诺开通', relative: '由TA承诺开通' },
  'guardian-stated': { owner: '由您作为监护人承诺开通', relative: '由TA作为监护人承诺开通' },
  accepted: { owner: 'TA本人同意', relative: '您本人同意' },
  'accepted-with-face-check': { owner: 'TA本人刷脸同意', relative: '您本人刷脸同意' },
  declined: { owner: 'TA没有同意', relative: '您没有同意' },
  withdrawn: { owner: '您撤回了邀请', relative: 'TA撤回了邀请' },
  'owner-insurance-paused': { owner: '您的参保暂停，自动结束', relative: 'TA的参保暂停，自动结束' },
  'owner-insurance-ended': { owner: '您的参保终止，自动结束', relative: 'TA的参保终止，自动结束' },
  'owner-moved': { owner: '您的参保转到了其他统筹区，自动结束', relative: 'TA的参保转到了其他统筹区，自动结束' },
  'relative-insurance-paused': { owner: 'TA的参保暂停，自动结束', relative: '您的参保暂停，自动结束' },
  'relative-insurance-ended': { owner: 'TA的参保终止，自动结束', relative: '您的参保终止，自动结束' },
  'relative-moved': { owner: 'TA的参保转到了其他统筹区，自动结束', relative: '您的参保转到了其他统筹区，自动结束' },
  'came-of-age': { owner: 'TA满 16 周岁了，要TA本人确认', relative: '您满 16 周岁了，要您本人确认' },
};

/** Why a switch stands as it does, and who did it. */
export function whyText({ reason, reasonText }: GrantView, role: Role): string {
  const side = BY_A_SIDE.exec(reason)?.[1];
  return side === undefined ? (WHY_TO[reason]?.[role] ?? reasonText) : `${side === role ? '您' : 'TA'}${reasonText}的`;
}

/** Who paused it is the one who resumes it. */
export const pausedByOther = ({ reason }: GrantView, role: Role): boolean =>
  reason === (role === 'owner' ? 'paused-by-relative' : 'paused-by-owner');

export const untilText = (endsOn: PlainDate | null): string => (endsOn === null ? '长期有效' : `到 ${dayText(endsOn)}（含当天）`);

export function capText({ capPerPaymentFen, capPerMonthFen }: Pick<GrantView, 'capPerPaymentFen' | 'capPerMonthFen'>): string {
  const caps = [
    capPerPaymentFen === null ? '' : `每次不超过 ${fenText(capPerPaymentFen)}`,
    capPerMonthFen === null ? '' : `每月不超过 ${fenText(capPerMonthFen)}`,
  ].filter((cap) => cap !== '');
  return caps.length === 0 ? '不设限额' : caps.join('，');
}

export const usesText = (uses: GrantView['uses']): string =>
  FUND_USES.filter((use) => uses.includes(use))
    .map((use) => FUND_USE_TEXT[use])
    .join('、');
/** 顺位 1 pays first. */
export const placeText = (place: number): string => `第 ${place} 位`;

/** Each side reads the relation from their own side. */
export const relationOfOther = (binding: BindingView): string => `我的${binding.relationText}`;

export const grantOf = (binding: BindingView, kind: GrantKind): GrantView | undefined =>
  binding.grants.find((grant) => grant.kind === kind);

/** The switch that a page's address names. */
export const kindFrom = (named: string | undefined): GrantKind | null => GRANT_KINDS.find((kind) => kind === named) ?? null;
