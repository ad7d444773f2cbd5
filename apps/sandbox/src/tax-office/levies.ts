import { ageOn, type Fen, fen, maskName, plainDate } from '@gongji/domain';
import type { SandboxPerson } from '@gongji/contract';

/** What one person owes for one year of cover, before anything is paid through us. */
export interface Levy {
  readonly categoryText: string;
  readonly amountFen: Fen;
  /** Masked, when it was paid through another channel. */
  readonly paidBy: string | null;
  readonly continuous: boolean;
  readonly lapsedYears: number;
}

interface Category {
  readonly text: string;
  readonly amountFen: Fen;
  /** Younger than this on 1 January of the year of cover; the last of a region has no limit. */
  readonly belowAge?: number;
}

/** The national floor of 2026; assumed where no amount of the region was found. */
const NATIONAL_FLOOR: readonly Category[] = [{ text: '城乡居民', amountFen: fen(40_000) }];

// Amounts published for 2026 (Beijing, Xi'an, Fuzhou; Changsha, Lanzhou and Guiyang: the province's) and 2025 (Jinan); the other regions
// have the national floor. Nobody has published 2027: the same amounts stand in for it.
const CATEGORIES: Readonly<Record<string, readonly Category[]>> = {
  '440300': NATIONAL_FLOOR,
  '441400': NATIONAL_FLOOR,
  '370100': [
    { text: '少年儿童', amountFen: fen(39_000), belowAge: 18 },
    { text: '成年居民', amountFen: fen(44_000) },
  ],
  '110000': [
    { text: '学生儿童', amountFen: fen(43_500), belowAge: 18 },
    { text: '劳动年龄内居民', amountFen: fen(79_500), belowAge: 60 },
    { text: '老年人', amountFen: fen(46_000) },
  ],
  '610100': [{ text: '普通居民', amountFen: fen(40_000) }],
  '350100': [{ text: '普通居民', amountFen: fen(45_000) }],
  '430100': [{ text: '城乡居民', amountFen: fen(40_000) }],
  '620100': [{ text: '城乡居民', amountFen: fen(40_000) }],
  '520100': [{ text: '城乡居民', amountFen: fen(40_000) }],
  '310000': NATIONAL_FLOOR,
  '320100': NATIONAL_FLOOR,
  '330100': NATIONAL_FLOOR,
  '420100': NATIONAL_FLOOR,
};

const YEARS = [2026, 2027];

// What differs from "2026 paid, 2027 due, insured without a gap".
const EXCEPTIONS: Readonly<Record<string, Partial<Levy>>> = {
  'sun-lan 2027': { paidBy: '赵*敏' },
  'wang-jun 2026': { paidBy: null, continuous: false, lapsedYears: 1 },
  'wang-jun 2027': { continuous: false, lapsedYears: 2 },
  'liu-tong 2026': { paidBy: null },
  'lin-ning 2026': { paidBy: null },
};

/** undefined: the tax office has no record, because the person is in the employee scheme or the year is not open. */
export function levyOf(person: SandboxPerson, year: number): Levy | undefined {
  if (person.scheme !== 'resident' || !YEARS.includes(year)) return undefined;
  const age = ageOn(person.birthDate, plainDate(`${year}-01-01`));
  const category = CATEGORIES[person.regionCode]?.find(({ belowAge }) => belowAge === undefined || age < belowAge);
  if (category === undefined) return undefined;
  return {
    categoryText: category.text,
    amountFen: category.amountFen,
    // By the insured person: whoever reads it is somebody else, so it names them.
    paidBy: year < 2027 ? maskName(person.name) : null,
    continuous: true,
    lapsedYears: 0,
    ...EXCEPTIONS[`${person.key} ${year}`],
  };
}
