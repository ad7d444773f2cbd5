import type { ChangeTermsRequest, GrantView, PolicyView } from '@gongji/contract';
import { type FundUse, type PlainDate, yuanOf, type Fen } from '@gongji/domain';
import { GRANT_TERMS } from '@gongji/texts';
import { say } from '@/shared/text/say';
import { parseTypedDay } from '@/shared/text/typed-day';
import type { FieldError } from '@/shared/ui/error-summary';
import { capOf, placeOf } from './add/draft';

const WRONG = GRANT_TERMS.wrong;

/** The terms of one switch as somebody types them. */
export interface TermsDraft {
  readonly uses: readonly FundUse[];
  readonly capPerPayment: string;
  readonly capPerMonth: string;
  readonly until: 'open' | 'date';
  readonly untilDate: string;
  readonly place: string;
}

export type Asks = PolicyView['asks'];
type Terms = Pick<GrantView, 'uses' | 'capPerPaymentFen' | 'capPerMonthFen' | 'endsOn' | 'place'>;

const typed = (cap: Fen | null): string => (cap === null ? '' : yuanOf(cap).replace(/\.00$/, ''));

export const draftOf = (grant: Terms): TermsDraft => ({
  uses: grant.uses,
  capPerPayment: typed(grant.capPerPaymentFen),
  capPerMonth: typed(grant.capPerMonthFen),
  until: grant.endsOn === null ? 'open' : 'date',
  untilDate: grant.endsOn ?? '',
  place: grant.place === null ? '' : String(grant.place),
});

/** What was typed, as terms; undefined where something is not one. */
export function termsOf(draft: TermsDraft): Terms | undefined {
  const [capPerPaymentFen, capPerMonthFen] = [capOf(draft.capPerPayment), capOf(draft.capPerMonth)];
  const endsOn = draft.until === 'open' ? null : parseTypedDay(draft.untilDate);
  const place = placeOf(draft.place);
  if (capPerPaymentFen === undefined || capPerMonthFen === undefined || endsOn === undefined || place === undefined) return undefined;
  return { uses: [...draft.uses], capPerPaymentFen, capPerMonthFen, endsOn, place };
}

interface Form {
  readonly grant: GrantView;
  readonly draft: TermsDraft;
  /** undefined while the region's rules are not there: the server asks then. */
  readonly asks: Asks | undefined;
  readonly today: PlainDate;
}

export function termsErrors({ grant, draft, asks, today }: Form): readonly FieldError[] {
  const funds = grant.kind === 'share-funds';
  const [payment, month] = [capOf(draft.capPerPayment), capOf(draft.capPerMonth)];
  const ends = draft.until === 'open' ? null : parseTypedDay(draft.untilDate);
  const first = grant.startsOn > today ? grant.startsOn : today;
  const needs = (limit: 'per-payment' | 'per-month') => asks?.requiredLimits.includes(limit) === true;
  const checks: readonly (readonly [field: string, wrong: boolean, text: string])[] = [
    ['uses', funds && draft.uses.length === 0, say(WRONG.usesNone)],
    ['cap-payment', funds && payment === undefined, say(WRONG.perPayment)],
    ['cap-payment', funds && payment === null && needs('per-payment'), say(WRONG.perPaymentRequired)],
    ['cap-payment', funds && !!payment && !!month && payment > month, say(WRONG.perPaymentAboveMonth)],
    ['cap-month', funds && month === undefined, say(WRONG.perMonth)],
    ['cap-month', funds && month === null && needs('per-month'), say(WRONG.perMonthRequired)],
    ['until', ends === undefined, say(WRONG.dayForm)],
    ['until', !!ends && ends <= first, say(WRONG.dayAfterStart)],
    ['until', funds && ends === null && asks?.endDateRequired === true, say(WRONG.dayRequired)],
    ['place', funds && asksPlace(grant, asks) && !placeOf(draft.place), say(WRONG.placeFirst)],
  ];
  return checks.filter(([, wrong]) => wrong).map(([field, , text]) => ({ field, text }));
}

export const asksPlace = (grant: GrantView, asks: Asks | undefined): boolean => grant.place !== null || asks?.placeRequired === true;

const sameTerms = (a: Terms, b: Terms): boolean =>
  a.endsOn === b.endsOn &&
  a.place === b.place &&
  a.capPerPaymentFen === b.capPerPaymentFen &&
  a.capPerMonthFen === b.capPerMonthFen &&
  [...a.uses].sort().join() === [...b.uses].sort().join();

/** Only the switch that was changed is sent. null: it stands as it was, or something cannot be read. */
export function requestOf(grant: GrantView, draft: TermsDraft): ChangeTermsRequest | null {
  const terms = termsOf(draft);
  if (terms === undefined || sameTerms(terms, grant)) return null;
  if (grant.kind === 'show-code') return { showCode: { endsOn: terms.endsOn }, shareFunds: null };
  return { showCode: null, shareFunds: { ...terms, startsOn: grant.startsOn } };
}
