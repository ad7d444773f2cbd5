import type { AccountSums } from '@gongji/contract';
import { ENTRY_KIND_TEXT, type EntryKind, POT_TEXT, type Pot } from '@gongji/domain';
import type { Option } from '@/shared/ui/choice';

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
  const people = choices.people.map(({ personId, name }) => ({ value: personId, label: `为 ${name}` }));
  return [
    {
      name: 'year',
      label: '年份',
      options: [all('全部年份'), ...choices.years.map(({ year }) => ({ value: String(year), label: `${year}年` }))],
    },
    ...(months === undefined
      ? []
      : [
          {
            name: 'month' as const,
            label: '月份',
            options: [all('全年'), ...months.map((each) => ({ value: String(each), label: `${each}月` }))],
          },
        ]),
    {
      name: 'kind',
      label: '事项',
      options: [all('全部事项'), ...choices.kinds.map((kind) => ({ value: kind, label: ENTRY_KIND_TEXT[kind] }))],
    },
    { name: 'forPerson', label: '为谁', options: [all('所有人'), { value: 'own', label: '本人' }, ...people] },
    { name: 'pot', label: '账户', options: [all('全部账户'), ...POTS.map((pot) => ({ value: pot, label: POT_TEXT[pot] }))] },
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
  const name = choices?.people.find(({ personId }) => personId === forPerson)?.name;
  const parts = [
    year === undefined ? '' : `${year}年${month === undefined ? '' : `${month}月`}`,
    kind === undefined ? '' : ENTRY_KIND_TEXT[kind],
    forPerson === undefined ? '' : forPerson === 'own' ? '本人' : `为 ${name ?? '这位亲属'}`,
    pot === undefined ? '' : POT_TEXT[pot],
  ].filter((part) => part !== '');
  return parts.length === 0 ? '全部明细' : parts.join(' · ');
}
