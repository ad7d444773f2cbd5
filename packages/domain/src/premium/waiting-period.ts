import { addDays, addMonths, dayText, lastDayOfMonth, type PlainDate, plainDate, yearOf } from '../dates';
import type { PersonGroup } from '../person/person';
import type { PremiumWindow, WaitingPeriodRule } from '../policy/rules';

export interface CoverFacts {
  /** Year of cover: benefits can run from its 1 January to its 31 December. */
  readonly year: number;
  readonly paidOn: PlainDate;
  /** Undefined where no dates are published. */
  readonly window: PremiumWindow | undefined;
  /** That the dates of the window are assumed: nobody published them. */
  readonly windowAssumed?: boolean;
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
  /** How the first day comes about, step by step: when it was paid, what makes it wait, from where the months count. */
  readonly steps: readonly string[];
}

/**
 * Whether a premium buys a day of its year: a waiting period may be longer than what is left of it. The premium is owed all the same, and keeps the person
 * insured without a gap.
 */
export const buysBenefits = (year: number, startsOn: PlainDate): boolean => yearOf(startsOn) <= year;

export const NO_BENEFIT_TEXT = '本年度不能享受待遇';

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
  const inTime = inWindow(cover.window, cover.year, cover.paidOn);
  if (exempt) return exemptFrom(cover, firstDay, endsOn);
  const from = later(firstDay, cover.paidOn);
  if (cover.continuous && inTime)
    return {
      startsOn: from,
      endsOn,
      waitingMonths: 0,
      text: '连续参保且在集中缴费期内缴费，没有待遇等待期。',
      steps: [paidText(cover, inTime), '连续参保：不用等待。', lastStep(from, endsOn)],
    };
  const months = cover.rule.fixedMonths + furtherMonths(cover);
  const startsOn = addMonths(from, months);
  const waiting = { from, months, startsOn, endsOn, inTime };
  return { startsOn, endsOn, waitingMonths: months, text: waitingText(cover, waiting), steps: waitingSteps(cover, waiting) };
}

/** Inside the collection window; an end that nobody published counts as open, but never beyond the eve of the year of cover when no end is known. */
export function inWindow(window: PremiumWindow | undefined, year: number, on: PlainDate): boolean {
  const closesOn = window?.closesOn ?? plainDate(`${year - 1}-12-31`);
  const opensOn = window?.opensOn ?? null;
  return on <= closesOn && (opensOn === null || on >= opensOn);
}

/** Anybody exempt but a baby is covered from the payment on. */
function exemptFrom(cover: CoverFacts, firstDay: PlainDate, endsOn: PlainDate): BenefitStart {
  const paid = { from: cover.paidOn, why: '属于不设待遇等待期的人群，从缴费起算。' };
  const { from, why } = cover.groups.includes('newborn') ? babyFrom(cover, firstDay) : paid;
  const startsOn = later(firstDay, from);
  return { startsOn, endsOn, waitingMonths: 0, text: '属于不设待遇等待期的人群。', steps: [why, lastStep(startsOn, endsOn)] };
}

interface Begun {
  readonly from: PlainDate;
  readonly why: string;
}

/** From birth, where the premium is paid soon enough; how soon is the region's to say. The year of birth is a year of its own. */
function babyFrom({ birthDate, paidOn, rule: { newbornDays } }: CoverFacts, firstDay: PlainDate): Begun {
  if (newbornDays !== undefined && paidOn > addDays(birthDate, newbornDays))
    return { from: addDays(lastDayOfMonth(paidOn), 1), why: `出生 ${newbornDays} 天以后才缴费，从缴费的下个月起算，不设等待期。` };
  if (birthDate < firstDay)
    return {
      from: firstDay,
      why: `新生儿不设等待期，从参保年度第一天起算；${yearOf(birthDate)} 年出生当年的待遇可能要另缴，请问经办窗口。`,
    };
  const soon = newbornDays === undefined ? '；出生多久以内缴费才算，没有查到，请问经办窗口' : `，出生 ${newbornDays} 天以内缴费`;
  return { from: birthDate, why: `新生儿从出生之日（${dayText(birthDate)}）起算，不设等待期${soon}。` };
}

const paidText = ({ paidOn, window, windowAssumed, year }: CoverFacts, inTime: boolean): string => {
  const closesOn = window?.closesOn ?? null;
  const until =
    closesOn === null
      ? `${year} 年度开始前（没有查到缴费期）`
      : `集中缴费期（${windowAssumed === true ? '暂定' : ''}到${dayText(closesOn)}）`;
  return `${dayText(paidOn)}缴费，${inTime ? '在' : '不在'}${until}${inTime ? '以内' : '，要等待'}。`;
};

const lastStep = (startsOn: PlainDate, endsOn: PlainDate): string =>
  buysBenefits(yearOf(endsOn), startsOn)
    ? `${dayText(startsOn)}起享受待遇，到${dayText(endsOn)}为止。`
    : `等待期结束时本年度已过，${NO_BENEFIT_TEXT}。`;

/** The months one by one: the fixed ones, those of further lapsed years, and what four lapsed years ask for in all. */
function waitingSteps(cover: CoverFacts, { from, months, startsOn, endsOn, inTime }: Waiting): readonly string[] {
  const { continuous, lapsedYears, rule, year } = cover;
  const further = furtherMonths(cover);
  const lapse = lapsedYears > 0 ? `已断保 ${lapsedYears} 年` : '没有连续参保';
  return [
    paidText(cover, inTime),
    ...(continuous ? [] : [`${lapse}：在缴费期内缴费也要等待。`]),
    `固定等待期 ${rule.fixedMonths} 个月${further === 0 ? '' : `，多断保的年份再加 ${further} 个月，一共 ${months} 个月`}。`,
    from === `${year}-01-01` ? `从参保年度第一天（${dayText(from)}）起算。` : `从缴费当天（${dayText(from)}）起算。`,
    ...(further === 0 ? [] : [REPAIR_TEXT]),
    lastStep(startsOn, endsOn),
  ];
}

function furtherMonths({ continuous, lapsedYears, repairedYears = 0, rule }: CoverFacts): number {
  if (continuous) return 0;
  const grown = Math.max(0, lapsedYears - 1) * rule.monthsPerFurtherLapsedYear;
  const left = Math.max(0, grown - repairedYears);
  return lapsedYears >= LONG_LAPSE_YEARS ? Math.max(left, LONG_LAPSE_MONTHS - rule.fixedMonths) : left;
}

const REPAIR_TEXT = `多断保的月份可以补缴抵减：每补缴 1 年少等 1 个月，断保 ${LONG_LAPSE_YEARS} 年及以上的补缴后仍不少于 ${LONG_LAPSE_MONTHS} 个月。这里不能补缴，请问税务部门或经办窗口。`;

interface Waiting {
  /** From when the months count. */
  readonly from: PlainDate;
  readonly months: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly inTime: boolean;
}

function waitingText({ continuous, lapsedYears, year }: CoverFacts, { months, startsOn, inTime }: Waiting): string {
  const lapse = lapsedYears > 0 ? `已断保 ${lapsedYears} 年` : '没有连续参保';
  const why = continuous ? '没有在集中缴费期内缴费' : inTime ? lapse : `${lapse}，也没有在集中缴费期内缴费`;
  const then = buysBenefits(year, startsOn) ? `${dayText(startsOn)}起享受待遇` : `等待期结束时本年度已过，${NO_BENEFIT_TEXT}`;
  return `${why}，待遇等待期 ${months} 个月，${then}。`;
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);
