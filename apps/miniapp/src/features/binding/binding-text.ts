import type { BindingView, GrantView } from '@gongji/contract';
import { fenText, FUND_USE_TEXT, FUND_USES, GRANT_KINDS, type PlainDate, stands } from '@gongji/domain';
import { GRANT_PAUSE, GRANT_WHY, GRANTS, RELATIVES } from '@gongji/texts';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { listText } from '@/shared/text/words';
import type { IconName } from '@/shared/ui/icon';
import type { Tone } from '@/shared/ui/notice';

export type GrantKind = GrantView['kind'];
type Role = BindingView['myRole'];

export const GRANT_TITLE: Readonly<Record<GrantKind, string>> = GRANTS.owner;
/** The same two, said to the relative. */
export const GRANT_TITLE_FOR_RELATIVE: Readonly<Record<GrantKind, string>> = GRANTS.relative;
const TITLE: Readonly<Record<Role, Readonly<Record<GrantKind, string>>>> = { owner: GRANT_TITLE, relative: GRANT_TITLE_FOR_RELATIVE };
export const grantTitle = (role: Role, kind: GrantKind): string => say(TITLE[role][kind]);

export const GRANT_NOTE: Readonly<Record<GrantKind, string>> = GRANTS.note;

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
  grant === undefined
    ? { text: say(RELATIVES.switch.notOpen), tone: 'quiet', icon: 'off' }
    : { text: say(grant.stateText), ...NOW[grant.state] };

export const BINDING_TONE: Readonly<Record<BindingView['state'], Tone>> = {
  proposed: 'warn',
  active: 'ok',
  paused: 'warn',
  ended: 'quiet',
};

/** What a pause does, said before it is done. */
export const PAUSE_TEXT: Readonly<Record<Role, Readonly<Record<GrantKind, string>>>> = GRANT_PAUSE;
export const WITHDRAW_TEXT = GRANTS.withdrawal;

const BY_A_SIDE = /^(paused|resumed|closed|unbound)-by-(owner|relative)$/;
type DoneByASide = keyof typeof GRANT_WHY.byYou;

/** Why a switch stands as it does, and who did it: said to each of the two. */
export function whyText({ reason, reasonText }: GrantView, role: Role): string {
  const [, done, side] = BY_A_SIDE.exec(reason) ?? [];
  if (done !== undefined) return say((side === role ? GRANT_WHY.byYou : GRANT_WHY.byThem)[done as DoneByASide]);
  const toRole: Readonly<Record<string, string | undefined>> = GRANT_WHY[role];
  return say(toRole[reason] ?? reasonText);
}

/** Who paused it is the one who resumes it. */
export const pausedByOther = ({ reason }: GrantView, role: Role): boolean =>
  reason === (role === 'owner' ? 'paused-by-relative' : 'paused-by-owner');

export const untilText = (endsOn: PlainDate | null): string =>
  endsOn === null ? say(RELATIVES.terms.open) : say(RELATIVES.terms.until, { day: dayText(endsOn) });

export function capText({ capPerPaymentFen, capPerMonthFen }: Pick<GrantView, 'capPerPaymentFen' | 'capPerMonthFen'>): string {
  const payment = capPerPaymentFen === null ? null : fenText(capPerPaymentFen);
  const month = capPerMonthFen === null ? null : fenText(capPerMonthFen);
  if (payment !== null && month !== null) return say(RELATIVES.terms.both, { payment, month });
  if (payment !== null) return say(RELATIVES.terms.perPayment, { payment });
  return month === null ? say(RELATIVES.terms.unlimited) : say(RELATIVES.terms.perMonth, { month });
}

export const usesText = (uses: GrantView['uses']): string =>
  listText(FUND_USES.filter((use) => uses.includes(use)).map((use) => say(FUND_USE_TEXT[use])));
/** 顺位 1 pays first. */
export const placeText = (place: number): string => say(RELATIVES.terms.place, { place });

export const grantOf = (binding: BindingView, kind: GrantKind): GrantView | undefined =>
  binding.grants.find((grant) => grant.kind === kind);

/** What is in effect without the answer that is asked for now, as the relative knows it; null: nothing. */
export function standingText({ grants }: Pick<BindingView, 'grants'>): string | null {
  const standing = grants.filter(({ state }) => stands(state));
  return standing.length === 0 ? null : listText(standing.map(({ kind }) => grantTitle('relative', kind)));
}

/** The switch that a page's address names. */
export const kindFrom = (named: string | undefined): GrantKind | null => GRANT_KINDS.find((kind) => kind === named) ?? null;
