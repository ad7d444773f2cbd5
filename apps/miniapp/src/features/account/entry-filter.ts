import type { AccountSums } from '@gongji/contract';
import { ENTRY_KIND_TEXT, type EntryKind, type Month, POT_TEXT, type Pot } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { monthText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import type { Option } from '@/shared/ui/choice';
import { monthName } from './account-text';

/** What of the entries is shown; what is undefined is not asked about. */
export interface EntryFilter {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly kind?: EntryKind | undefined;
  readonly pot?: Pot | undefined;
  /** `own`, or a person's id. */
  readonly forPerson?: string | undefined;
}
type Choices = AccountSums['choices'];

export const NO_FILTER: EntryFilter = {};
export const isFiltered = (filter: EntryFilter): boolean => Object.values(filter).some((value) => value !== undefined);
/** Stands for what is not asked about: a choice has to have a value. */
export const ALL = 'all';

const FILTER = ACCOUNT.filter;
const POTS: readonly Pot[] = ['currentYear', 'carriedOver'];
const all = (label: string): Option<string> => ({ value: ALL, label });

export interface FilterGroup {
  readonly name: keyof EntryFilter;
  readonly label: string;
  readonly options: readonly Option<string>[];
}

/** One group of choices for each thing to filter by, with what there is; months only of a chosen year. */
export function filterGroups(choices: Choices, filter: EntryFilter): readonly FilterGroup[] {
  const months = choices.years.find(({ year }) => year === filter.year)?.months;
  const people = choices.people.map(({ personId, name }) => ({ value: personId, label: say(FILTER.forPerson, { name: say(name) }) }));
  return [
    {
      name: 'year',
      label: say(FILTER.year),
      options: [
        all(say(FILTER.allYears)),
        ...choices.years.map(({ year }) => ({ value: String(year), label: say(FILTER.ofYear, { year }) })),
      ],
    },
    ...(months === undefined
      ? []
      : [
          {
            name: 'month' as const,
            label: say(FILTER.month),
            options: [all(say(FILTER.wholeYear)), ...months.map((each) => ({ value: String(each), label: monthName(each) }))],
          },
        ]),
    {
      name: 'kind',
      label: say(FILTER.kind),
      options: [all(say(FILTER.allKinds)), ...choices.kinds.map((kind) => ({ value: kind, label: say(ENTRY_KIND_TEXT[kind]) }))],
    },
    {
      name: 'forPerson',
      label: say(FILTER.forWhom),
      options: [all(say(FILTER.everybody)), { value: 'own', label: say(FILTER.own) }, ...people],
    },
    {
      name: 'pot',
      label: say(FILTER.account),
      options: [all(say(FILTER.bothAccounts)), ...POTS.map((pot) => ({ value: pot, label: say(POT_TEXT[pot]) }))],
    },
  ];
}

/** Another year has other months. */
export function withChoice(filter: EntryFilter, name: keyof EntryFilter, value: string): EntryFilter {
  const chosen = value === ALL ? undefined : name === 'year' || name === 'month' ? Number(value) : value;
  return { ...filter, ...(name === 'year' ? { month: undefined } : {}), [name]: chosen };
}

/** `2026年11月 · 就医购药 · 为 陈*兰`; what is not asked about is left out. */
export function filterText(filter: EntryFilter, choices: Choices | undefined): string {
  const { year, month, kind, pot, forPerson } = filter;
  const asked = dotted(
    year === undefined ? '' : periodText(year, month),
    kind === undefined ? '' : say(ENTRY_KIND_TEXT[kind]),
    forPerson === undefined ? '' : forWhomText(forPerson, choices),
    pot === undefined ? '' : say(POT_TEXT[pot]),
  );
  return asked === '' ? say(FILTER.all) : asked;
}

const periodText = (year: number, month: number | undefined): string =>
  month === undefined ? say(FILTER.ofYear, { year }) : monthText(`${year}-${String(month).padStart(2, '0')}` as Month);

function forWhomText(forPerson: string, choices: Choices | undefined): string {
  if (forPerson === 'own') return say(FILTER.own);
  const name = choices?.people.find(({ personId }) => personId === forPerson)?.name;
  return say(FILTER.forPerson, { name: say(name ?? FILTER.thisRelative) });
}
