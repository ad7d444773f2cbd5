import type { Binding } from '../binding/grant';
import { isLive, stands } from '../binding/states';
import { consentAgeIn } from '../binding/consent-age';
import { addMonths, type PlainDate, yearOf } from '../dates';
import type { PersonFacts } from '../person/person';
import type { RegionPolicy, RegionRule } from '../policy/rules';
import type { PremiumState } from '../premium/states';

export const FAMILY_DATE_KINDS = [
  'window-opens',
  'window-closes',
  'grant-ends',
  'of-age',
  'voidable-until',
  'asked-again',
  'accept-by',
] as const;
export type FamilyDateKind = (typeof FAMILY_DATE_KINDS)[number];

/** A day that somebody should know of. `subjectId`: the binding, or the payment for the two kinds that are about one. */
export interface FamilyDate {
  readonly kind: FamilyDateKind;
  readonly on: PlainDate;
  readonly subjectId: string;
  /** Whom it is about, as the reader knows them. */
  readonly personId: string;
  /** Of a window: which year's cover. */
  readonly year: number | null;
  /** Where a rule says so. */
  readonly rule: RegionRule | null;
}

/** A relative's region says nothing of the window of a year. */
export interface UnknownWindow {
  readonly personId: string;
  readonly year: number;
}

export interface CalendarPayment {
  readonly id: string;
  readonly personId: string;
  readonly year: number;
  readonly state: PremiumState;
  readonly voidableUntil: PlainDate | null;
  readonly askedAgainOn: PlainDate | null;
}

export interface CalendarFacts {
  readonly readerId: string;
  readonly today: PlainDate;
  readonly bindings: readonly (Binding & { readonly acceptBy: PlainDate | null })[];
  readonly people: ReadonlyMap<string, PersonFacts>;
  /** The reader's own, those that are done left out. */
  readonly payments: readonly CalendarPayment[];
  /** `personId year`: paid or applied for, by whoever. */
  readonly covered: ReadonlySet<string>;
  readonly policyOf: (person: PersonFacts) => RegionPolicy | undefined;
}

export interface FamilyCalendar {
  /** By day, from today on. */
  readonly dates: readonly FamilyDate[];
  readonly unknown: readonly UnknownWindow[];
}

/** Every day ahead that a family's bindings, payments and rules know of. Nothing that nobody published is made up: it is said to be unknown. */
export function familyCalendar(facts: CalendarFacts): FamilyCalendar {
  const live = facts.bindings.filter(({ state }) => isLive(state));
  const windows = live.flatMap((binding) => windowsOf(facts, binding));
  const dates = [
    ...windows.flatMap((window) => window.dates),
    ...live.flatMap((binding) => bindingDates(facts, binding)),
    ...paymentDates(facts),
  ];
  return {
    dates: dates.filter(({ on }) => on >= facts.today).sort(byDay),
    unknown: windows.flatMap((window) => window.unknown),
  };
}

const byDay = (a: FamilyDate, b: FamilyDate): number => inOrder(a.on, b.on) || inOrder(a.kind, b.kind);
const inOrder = (a: string, b: string): number => Number(a > b) - Number(a < b);

export const coverName = (personId: string, year: number): string => `${personId} ${year}`;

/** Of the relatives whose premium the reader may pay: this year's cover and the next. */
function windowsOf(
  facts: CalendarFacts,
  binding: Binding,
): { readonly dates: readonly FamilyDate[]; readonly unknown: readonly UnknownWindow[] } {
  const relative = facts.people.get(binding.relativeId);
  const nothing = { dates: [], unknown: [] };
  if (binding.ownerId !== facts.readerId || !stands(binding.state) || relative === undefined || relative.scheme !== 'resident')
    return nothing;
  const thisYear = yearOf(facts.today);
  const policy = facts.policyOf(relative);
  const years = [thisYear, thisYear + 1].filter((year) => !facts.covered.has(coverName(relative.id, year)));
  const known = years.map((year) => ({ year, rule: policy?.premiumWindow(year) ?? null }));
  const about = { subjectId: binding.id, personId: relative.id };
  return {
    dates: known.flatMap(({ year, rule }) => [
      ...(rule === null || rule.value.opensOn === null
        ? []
        : [{ ...about, kind: 'window-opens', on: rule.value.opensOn, year, rule } as const]),
      ...(rule === null || rule.value.closesOn === null
        ? []
        : [{ ...about, kind: 'window-closes', on: rule.value.closesOn, year, rule } as const]),
    ]),
    // Of this year's cover the window is over or was never published: only the coming one is worth asking about.
    unknown: known.filter(({ year, rule }) => rule === null && year > thisYear).map(({ year }) => ({ personId: relative.id, year })),
  };
}

function bindingDates({ readerId, people, policyOf }: CalendarFacts, binding: CalendarFacts['bindings'][number]): readonly FamilyDate[] {
  const otherId = binding.ownerId === readerId ? binding.relativeId : binding.ownerId;
  const about = { subjectId: binding.id, personId: otherId, year: null, rule: null };
  const ends = [...new Set(binding.grants.filter(({ state }) => stands(state)).flatMap(({ endsOn }) => endsOn ?? []))];
  const relative = people.get(binding.relativeId);
  const guarded = binding.grants.some((grant) => stands(grant.state) && grant.kind === 'show-code' && grant.agreedBy === 'guardian');
  return [
    ...ends.map((on) => ({ ...about, kind: 'grant-ends', on }) as const),
    ...(relative === undefined || !guarded
      ? []
      : [{ ...about, personId: relative.id, kind: 'of-age', ...ofAge(relative, policyOf(relative)) } as const]),
    ...(binding.acceptBy === null ? [] : [{ ...about, kind: 'accept-by', on: binding.acceptBy } as const]),
  ];
}

const ofAge = (person: PersonFacts, policy: RegionPolicy | undefined): Pick<FamilyDate, 'on' | 'rule'> => ({
  on: addMonths(person.birthDate, 12 * consentAgeIn(policy)),
  rule: policy?.rule('showCodeConsentFromAge') ?? null,
});

const paymentDates = ({ payments }: CalendarFacts): readonly FamilyDate[] =>
  payments.flatMap(({ id, personId, year, state, voidableUntil, askedAgainOn }) => {
    const about = { subjectId: id, personId, year, rule: null };
    return [
      ...(state === 'applied' && voidableUntil !== null ? [{ ...about, kind: 'voidable-until', on: voidableUntil } as const] : []),
      ...(state === 'locked' && askedAgainOn !== null ? [{ ...about, kind: 'asked-again', on: askedAgainOn } as const] : []),
    ];
  });
