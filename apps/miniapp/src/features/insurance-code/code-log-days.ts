import type { CodeLog } from '@gongji/contract';
import { momentText } from '@/shared/text/moment';

export type Display = CodeLog['displays'][number];

export interface LogDay {
  readonly day: string;
  readonly displays: readonly Display[];
}

const dayOf = ({ lastShownAt }: Display): string => momentText(lastShownAt).split(' ')[0] ?? '';
const timeOf = (instant: string): string => momentText(instant).slice(-5);

/** By the day of the last showing, in the order they come. */
export function byDay(displays: readonly Display[]): readonly LogDay[] {
  const days = new Map<string, readonly Display[]>();
  for (const display of displays) days.set(dayOf(display), [...(days.get(dayOf(display)) ?? []), display]);
  return [...days].map(([day, ofDay]) => ({ day, displays: ofDay }));
}

/** As the server calls the reader. */
const ONESELF = '本人';

export const whoText = ({ shownBy, person }: Display): string =>
  `${shownBy === ONESELF ? '我' : `${shownBy} `}出示了${person === ONESELF ? (shownBy === ONESELF ? '自己' : '我') : ` ${person} `}的医保码`;

/** A page that stays open shows a new code every half minute: those are one line, from the first to the last. */
export function shownText(display: Display): string {
  const { shownAt, lastShownAt, times } = display;
  const last = timeOf(lastShownAt);
  if (times === 1) return `${last} 出示`;
  const first = momentText(shownAt).startsWith(`${dayOf(display)} `) ? timeOf(shownAt) : momentText(shownAt);
  return `${first === last ? last : `${first} 到 ${last}`} 连续出示，共 ${times} 个码`;
}

export const scannedText = ({ scannedAt, institution }: Display): string | null =>
  scannedAt === null ? null : `${timeOf(scannedAt)} ${institution ?? '定点机构'}扫描`;
