import type { PlainDate } from '../dates';
import { type Refused, refused } from '../decision';
import type { GrantTerms } from './grant';

/** Starts today or later, ends after it starts (a grant that ends on its first day is refused in Jiangsu's form too). */
export const refuseDates = (
  dates: Pick<GrantTerms, 'startsOn' | 'endsOn'>,
  today: PlainDate,
): Refused<'BINDING_DATES_INVALID'> | undefined =>
  dates.startsOn < today || (dates.endsOn !== null && dates.endsOn <= dates.startsOn) ? refused('BINDING_DATES_INVALID') : undefined;

/** A cap of nothing allows nothing, and a payment above the month's cap could never be made. */
export function refuseCaps({ capPerPaymentFen, capPerMonthFen }: GrantTerms): Refused<'BINDING_CAP_INVALID'> | undefined {
  const tooSmall = [capPerPaymentFen, capPerMonthFen].some((cap) => cap !== null && cap <= 0);
  const crossed = capPerPaymentFen !== null && capPerMonthFen !== null && capPerPaymentFen > capPerMonthFen;
  return tooSmall || crossed ? refused('BINDING_CAP_INVALID') : undefined;
}
