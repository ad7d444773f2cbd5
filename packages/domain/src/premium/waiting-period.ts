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
  /** How the first day comes about, step by step: when it was paid, what makes it wait, from where the months count. */
  readonly steps: readonly string[];
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
  const inTime = inWindow(cover.window, cover.year, cover.paidOn);
  if (exempt) return exemptFrom(cover, firstDay, endsOn);
  const from = later(firstDay, cover.paidOn);
  if (cover.continuous && inTime)
    return {
      startsOn: from,
      endsOn,
      waitingMonths: 0,
      text: '连续参保且在集中缴费期内缴费，没有待遇等待期。',
      steps: [paidText(cover, inTime), '连续参保：不用等待。', `${dayText(from)}起享受待遇，到${dayText(endsOn)}为止。`],
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

/** A baby is covered from birth; anybody else exempt from the payment on. */
function exemptFrom({ groups, birthDate, paidOn }: CoverFacts, firstDay: PlainDate, endsOn: PlainDate): BenefitStart {
  const baby = groups.includes('newborn');
  const startsOn = later(firstDay, baby ? birthDate : paidOn);
  const why = baby ? `新生儿从出生之日（${dayText(birthDate)}）起算，不设等待期。` : '属于不设待遇等待期的人群，从缴费起算。';
  const text = '属于不设待遇等待期的人群。';
  return { startsOn, endsOn, waitingMonths: 0, text, steps: [why, `${dayText(startsOn)}起享受待遇，到${dayText(endsOn)}为止。`] };
}

const paidText = ({ paidOn, window, year }: CoverFacts, inTime: boolean): string => {
  const closesOn = window?.closesOn;
  const until = closesOn === null || closesOn === undefined ? `${year} 年度开始前` : `集中缴费期（到${dayText(closesOn)}）`;
  return `${dayText(paidOn)}缴费，${inTime ? '在' : '不在'}${until}${inTime ? '以内' : '，要等待'}。`;
};

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
    startsOn > endsOn ? '等待期结束时本年度已过，本年度不能享受待遇。' : `${dayText(startsOn)}起享受待遇，到${dayText(endsOn)}为止。`,
  ];
}

function furtherMonths({ continuous, lapsedYears, repairedYears = 0, rule }: CoverFacts): number {
  if (continuous) return 0;
  const grown = Math.max(0, lapsedYears - 1) * rule.monthsPerFurtherLapsedYear;
  const left = Math.max(0, grown - repairedYears);
  return lapsedYears >= LONG_LAPSE_YEARS ? Math.max(left, LONG_LAPSE_MONTHS - rule.fixedMonths) : left;
}

interface Waiting {
  /** From when the months count. */
  readonly from: PlainDate;
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
