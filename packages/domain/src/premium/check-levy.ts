import { dayText, monthOf, type PlainDate, yearOf } from '../dates';
import { type Refused, refused } from '../decision';
import { type Check, firstRefusal } from '../explain';
import type { Fen } from '../money';
import type { PersonGroup, Scheme } from '../person/person';
import { GROUP_TEXT } from '../policy/rule-text';
import type { RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';

/** What the tax office says a person owes for a year. */
export interface LevyFacts {
  readonly year: number;
  readonly amountFen: Fen;
  readonly state: 'due' | 'applied' | 'paid';
  readonly continuous: boolean;
  readonly lapsedYears: number;
}

export interface LevyRequest {
  /** null: the tax office knows of none. Our own open or finished payments count as applied and paid. */
  readonly levy: LevyFacts | null;
  readonly year: number;
  readonly scheme: Scheme;
  /** Groups of the person insured. */
  readonly groups: readonly PersonGroup[];
  /** The region where the person is insured. */
  readonly policy: RegionPolicy;
  readonly today: PlainDate;
}

export type LevyCode =
  | 'PREMIUM_NOT_DUE'
  | 'PREMIUM_ALREADY_PAID'
  | 'PREMIUM_ALREADY_APPLIED'
  | 'PREMIUM_NOTHING_TO_PAY'
  | 'PREMIUM_GROUP_EXCLUDED'
  | 'PREMIUM_WINDOW_NOT_OPEN'
  | 'PREMIUM_WINDOW_CLOSED'
  | 'PREMIUM_NOT_RESIDENT'
  | 'POLICY_NOT_FOUND';

/** Why this levy cannot be paid from an account now, whoever pays; undefined: it can. */
export function refuseLevy(request: LevyRequest): Refused<LevyCode> | undefined {
  const { levy, year } = request;
  if (levy === null) return firstRefusal(OF_SCHEME, request) ?? refused('PREMIUM_NOT_DUE');
  if (levy.state === 'paid') return refused('PREMIUM_ALREADY_PAID', { year });
  if (levy.state === 'applied') return refused('PREMIUM_ALREADY_APPLIED', { year });
  if (levy.amountFen <= 0) return refused('PREMIUM_NOTHING_TO_PAY', { year });
  return firstRefusal(OF_PLACE, request);
}

type PremiumPlace = Omit<LevyRequest, 'levy'>;
type PlaceCode =
  | 'PREMIUM_NOT_RESIDENT'
  | 'PREMIUM_GROUP_EXCLUDED'
  | 'PREMIUM_WINDOW_NOT_OPEN'
  | 'PREMIUM_WINDOW_CLOSED'
  | 'POLICY_NOT_FOUND';
const ofPlace = ({ policy }: PremiumPlace): RegionPolicy => policy;

const OF_SCHEME: readonly Check<PremiumPlace, PlaceCode>[] = [
  {
    title: '参加的医保',
    refuse: ({ scheme }) => (scheme === 'resident' ? undefined : refused('PREMIUM_NOT_RESIDENT')),
    ok: () => '参加居民医保，每年要缴费。',
  },
];

const OF_PLACE: readonly Check<PremiumPlace, PlaceCode>[] = [
  {
    title: '参保地的个账代缴',
    rule: { kind: 'premiumClearing', policy: ofPlace },
    refuse: ({ policy }) =>
      policy.rule('premiumClearing') === undefined || policy.rule('waitingPeriod') === undefined ? refused('POLICY_NOT_FOUND') : undefined,
    ok: ({ policy }) => `${policy.regionName}可以办理。`,
  },
  {
    title: '可以代缴的人群',
    rule: { kind: 'premiumExcludedGroups', policy: ofPlace },
    refuse: ({ groups, policy }) => {
      const excluded = policy.rule('premiumExcludedGroups');
      const group = groups.find((each) => excluded?.value.includes(each));
      return excluded === undefined || group === undefined
        ? undefined
        : refused('PREMIUM_GROUP_EXCLUDED', { region: rulingRegion(excluded), group: GROUP_TEXT[group] });
    },
    ok: () => '不属于不能代缴的人群。',
  },
  {
    title: '集中缴费期',
    rule: { kind: 'premiumOnlyInWindow', policy: ofPlace },
    refuse: refuseWindow,
    ok: ({ policy, year }) => {
      const closesOn = policy.premiumWindow(year)?.value.closesOn ?? null;
      return closesOn === null ? `${year} 年度的截止日期没有查到，以税务部门的应缴记录为准。` : `${year} 年度到${dayText(closesOn)}截止。`;
    },
  },
];

/** What the person's own place says of paying their premium from an account, before the tax office is asked. */
export const PREMIUM_PLACE_CHECKS: readonly Check<PremiumPlace, PlaceCode>[] = [...OF_SCHEME, ...OF_PLACE];

/** A baby is registered when it is born, not when the window is open. Where no dates are published the tax office's levy is all there is to go by. */
function refuseWindow({
  year,
  groups,
  policy,
  today,
}: PremiumPlace): Refused<'PREMIUM_WINDOW_NOT_OPEN' | 'PREMIUM_WINDOW_CLOSED'> | undefined {
  const rule = policy.premiumWindow(year);
  if (rule === undefined || policy.rule('premiumOnlyInWindow')?.value !== true || groups.includes('newborn')) return undefined;
  const { opensOn, closesOn } = rule.value;
  const region = rule.regionName;
  const said = (day: PlainDate): string => `${dayText(day)}${rule.confidence === 'ASSUMED' ? '（暂定，没有查到公布的日期）' : ''}`;
  if (opensOn !== null && today < opensOn) return refused('PREMIUM_WINDOW_NOT_OPEN', { region, year, start: said(opensOn) });
  return closesOn !== null && today > closesOn ? refused('PREMIUM_WINDOW_CLOSED', { region, year, end: said(closesOn) }) : undefined;
}

/** The year whose premium people pay now: from September on the next one (windows open in September or October, and close by the end of February). */
export const premiumYearOn = (today: PlainDate): number => yearOf(today) + (monthOf(today) >= 9 ? 1 : 0);
