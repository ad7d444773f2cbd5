import type { PlainDate } from '../dates';
import { type Refused, refused } from '../decision';
import type { Fen } from '../money';
import type { PersonGroup } from '../person/person';
import { GROUP_TEXT } from '../policy/rule-text';
import type { RegionPolicy } from '../policy/rules';

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
  | 'PREMIUM_WINDOW_CLOSED';

/** Why this levy cannot be paid from an account now, whoever pays; undefined: it can. */
export function refuseLevy(request: LevyRequest): Refused<LevyCode> | undefined {
  const { levy, year, groups, policy } = request;
  if (levy === null) return refused('PREMIUM_NOT_DUE');
  if (levy.state === 'paid') return refused('PREMIUM_ALREADY_PAID', { year });
  if (levy.state === 'applied') return refused('PREMIUM_ALREADY_APPLIED', { year });
  if (levy.amountFen <= 0) return refused('PREMIUM_NOTHING_TO_PAY', { year });
  const excluded = policy.rule('premiumExcludedGroups');
  const group = groups.find((each) => excluded?.value.includes(each));
  if (excluded !== undefined && group !== undefined)
    return refused('PREMIUM_GROUP_EXCLUDED', { region: excluded.regionName, group: GROUP_TEXT[group] });
  return refuseWindow(request);
}

/** A baby is registered when it is born, not when the window is open. Where no dates are published the tax office's levy is all there is to go by. */
function refuseWindow({ year, groups, policy, today }: LevyRequest): Refused<LevyCode> | undefined {
  const rule = policy.premiumWindow(year);
  if (rule === undefined || policy.rule('premiumOnlyInWindow')?.value !== true || groups.includes('newborn')) return undefined;
  const { opensOn, closesOn } = rule.value;
  const region = rule.regionName;
  if (opensOn !== null && today < opensOn) return refused('PREMIUM_WINDOW_NOT_OPEN', { region, year, start: opensOn });
  return closesOn !== null && today > closesOn ? refused('PREMIUM_WINDOW_CLOSED', { region, year, end: closesOn }) : undefined;
}
