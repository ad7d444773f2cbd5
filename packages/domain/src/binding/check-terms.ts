import { dayText, type PlainDate } from '../dates';
import { type Refused, refused } from '../decision';
import { LIMIT_TEXT } from '../policy/rule-text';
import type { LimitKind, RegionPolicy } from '../policy/rules';
import { rulingRegion } from '../policy/ruling-region';
import { FUND_USE_TEXT, type GrantTerms } from './grant';

export type TermsCode =
  | 'BINDING_DATES_INVALID'
  | 'BINDING_CAP_INVALID'
  | 'BINDING_NO_USE_CHOSEN'
  | 'BINDING_USE_NOT_ALLOWED'
  | 'BINDING_END_DATE_REQUIRED'
  | 'BINDING_PLACE_REQUIRED'
  | 'BINDING_CAP_REQUIRED'
  | 'POLICY_NOT_FOUND';

type Dates = Pick<GrantTerms, 'startsOn' | 'endsOn'>;

/** Starts today or later, ends after it starts (a grant that ends on its first day is refused in Jiangsu's form too). */
export const refuseDates = ({ startsOn, endsOn }: Dates, today: PlainDate): Refused<'BINDING_DATES_INVALID'> | undefined =>
  startsOn < today || (endsOn !== null && endsOn <= startsOn) ? refused('BINDING_DATES_INVALID') : undefined;

/** A start that lies in the past may stand, and then today may be the last day; a new start may not lie there. */
export function refuseChangedDates(before: Dates, after: Dates, today: PlainDate): Refused<'BINDING_DATES_INVALID'> | undefined {
  const started = after.startsOn === before.startsOn && after.startsOn < today;
  if (!started) return refuseDates(after, today);
  return after.endsOn !== null && after.endsOn < today ? refused('BINDING_DATES_INVALID') : undefined;
}

/** How long it is good for, to people. */
export const validText = (endsOn: PlainDate | null): string => (endsOn === null ? '长期有效。' : `有效到${dayText(endsOn)}（含当天）。`);

/** A cap of nothing allows nothing, and a payment above the month's cap could never be made. */
export function refuseCaps({ capPerPaymentFen, capPerMonthFen }: GrantTerms): Refused<'BINDING_CAP_INVALID'> | undefined {
  const tooSmall = [capPerPaymentFen, capPerMonthFen].some((cap) => cap !== null && cap <= 0);
  const crossed = capPerPaymentFen !== null && capPerMonthFen !== null && capPerPaymentFen > capPerMonthFen;
  return tooSmall || crossed ? refused('BINDING_CAP_INVALID') : undefined;
}

/** At least one use, and none that the sponsor's region does not list. */
export function refuseUses(
  policy: RegionPolicy,
  terms: GrantTerms,
): Refused<'BINDING_NO_USE_CHOSEN' | 'BINDING_USE_NOT_ALLOWED' | 'POLICY_NOT_FOUND'> | undefined {
  if (terms.uses.length === 0) return refused('BINDING_NO_USE_CHOSEN');
  const allowed = policy.rule('uses');
  if (allowed === undefined) return refused('POLICY_NOT_FOUND');
  const use = terms.uses.find((wanted) => !allowed.value.includes(wanted));
  return use === undefined ? undefined : refused('BINDING_USE_NOT_ALLOWED', { region: rulingRegion(allowed), use: FUND_USE_TEXT[use] });
}

/** What the sponsor's region wants to be filled in: an end date, a place in the order, caps. The limit for all relatives is asked for elsewhere. */
export const refuseMissingTerms = (
  policy: RegionPolicy,
  terms: GrantTerms,
): Refused<'BINDING_END_DATE_REQUIRED' | 'BINDING_PLACE_REQUIRED' | 'BINDING_CAP_REQUIRED'> | undefined =>
  refuseMissingEnd(policy, terms) ?? refuseMissingPlace(policy, terms) ?? refuseMissingCap(policy, terms);

export function refuseMissingEnd(policy: RegionPolicy, terms: GrantTerms): Refused<'BINDING_END_DATE_REQUIRED'> | undefined {
  const rule = policy.rule('grantEndDate');
  return rule?.value === 'required' && terms.endsOn === null
    ? refused('BINDING_END_DATE_REQUIRED', { region: rulingRegion(rule) })
    : undefined;
}

export function refuseMissingPlace(policy: RegionPolicy, terms: GrantTerms): Refused<'BINDING_PLACE_REQUIRED'> | undefined {
  const rule = policy.rule('deductionOrder');
  return rule?.value === 'set-at-binding' && terms.place === null
    ? refused('BINDING_PLACE_REQUIRED', { region: rulingRegion(rule) })
    : undefined;
}

export function refuseMissingCap(policy: RegionPolicy, terms: GrantTerms): Refused<'BINDING_CAP_REQUIRED'> | undefined {
  const rule = policy.rule('requiredLimits');
  const missing = rule?.value.find((limit) => isMissing(limit, terms));
  return rule === undefined || missing === undefined
    ? undefined
    : refused('BINDING_CAP_REQUIRED', { region: rulingRegion(rule), limit: LIMIT_TEXT[missing] });
}

const isMissing = (limit: LimitKind, terms: GrantTerms): boolean =>
  (limit === 'per-payment' && terms.capPerPaymentFen === null) || (limit === 'per-month' && terms.capPerMonthFen === null);
