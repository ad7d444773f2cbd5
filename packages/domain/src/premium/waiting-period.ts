import { addMonths, dayText, type PlainDate, plainDate } from '../dates';
import type { PersonGroup } from '../person/person';
import type { PremiumWindow, WaitingPeriodRule } from '../policy/rules';

export interface CoverFacts {
  /** Year of cover: benefits can run from its 1 January to its 31 December. */
  readonly year: number;
  readonly paidOn: PlainDate;
  /** Undefined where no dates are published. */
  readonly window: PremiumWindow | undefined;
  /** Insured without a gap up to this year. */
  readonly continuous: boolean;
  /** Years in a row without cover just before this one. */
  readonly lapsedYears: number;
  /** Missed years paid afterwards; each takes one month off the part that grows. */
  readonly repairedYears?: number;
  readonly groups: readonly PersonGroup[];
  readonly birthDate: PlainDate;
  readonly rule: WaitingPeriodRule;
}

export interface BenefitStart {
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly waitingMonths: number;
  readonly text: string;
}

/** 国办发〔2024〕33号: somebody lapsed for four years or more waits at least this long, also after repair. */
const LONG_LAPSE_YEARS = 4;
const LONG_LAPSE_MONTHS = 6;

/**
 * From when the premium buys benefits. Months count from the start of the year of cover, or from the payment when that comes later. Being inside the
 * window does not undo a lapse: Shaanxi's notice for 2026 gives "not continuous, paid in the window" 3 months, benefits from 1 April. The first lapsed
 * year is in the fixed months; each further one adds.
 */
export function benefitStart(cover: CoverFacts): BenefitStart {
  const firstDay = plainDate(`${cover.year}-01-01`);
  const endsOn = plainDate(`${cover.year}-12-31`);
  const exempt = cover.groups.some((group) => cover.rule.exemptGroups.includes(group));
  if (exempt) return { startsOn: exemptStart(cover, firstDay), endsOn, waitingMonths: 0, text: '属于不设待遇等待期的人群。' };
  const inTime = inWindow(cover.window, cover.year, cover.paidOn);
  const from = later(firstDay, cover.paidOn);
  if (cover.continuous && inTime)
    return { startsOn: from, endsOn, waitingMonths: 0, text: '连续参保且在集中缴费期内缴费，没有待遇等待期。' };
  const months = cover.rule.fixedMonths + furtherMonths(cover);
  const startsOn = addMonths(from, months);
  return { startsOn, endsOn, waitingMonths: months, text: waitingText(cover, { months, startsOn, endsOn, inTime }) };
}

/** Inside the collection window; an end that nobody published counts as open, but never beyond the eve of the year of cover when no end is known. */
export function inWindow(window: PremiumWindow | undefined, year: number, on: PlainDate): boolean {
  const closesOn = window?.closesOn ?? plainDate(`${year - 1}-12-31`);
  const opensOn = window?.opensOn ?? null;
  return on <= closesOn && (opensOn === null || on >= opensOn);
}

/** A baby is covered from birth; anybody else exempt from the payment on. */
function exemptStart({ groups, birthDate, paidOn }: CoverFacts, firstDay: PlainDate): PlainDate {
  return later(firstDay, groups.includes('newborn') ? birthDate : paidOn);
}

function furtherMonths({ continuous, lapsedYears, repairedYears = 0, rule }: CoverFacts): number {
  if (continuous) return 0;
  const grown = Math.max(0, lapsedYears - 1) * rule.monthsPerFurtherLapsedYear;
  const left = Math.max(0, grown - repairedYears);
  return lapsedYears >= LONG_LAPSE_YEARS ? Math.max(left, LONG_LAPSE_MONTHS - rule.fixedMonths) : left;
}

interface Waiting {
  readonly months: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly inTime: boolean;
}

function waitingText({ continuous, lapsedYears }: CoverFacts, { months, startsOn, endsOn, inTime }: Waiting): string {
  const lapse = lapsedYears > 0 ? `已断保 ${lapsedYears} 年` : '没有连续参保';
  const why = continuous ? '没有在集中缴费期内缴费' : inTime ? lapse : `${lapse}，也没有在集中缴费期内缴费`;
  const then = startsOn > endsOn ? '等待期结束时本年度已过，本年度不能享受待遇' : `${dayText(startsOn)}起享受待遇`;
  return `${why}，待遇等待期 ${months} 个月，${then}。`;
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
