import type { AccessLog } from '@gongji/contract';
import { shanghaiDate } from '@gongji/domain';
import { dayText, momentText } from '@/shared/text/moment';

export type Look = AccessLog['looks'][number];

export interface LookerOfDay {
  readonly who: string;
  readonly whoKind: Look['whoKind'];
  readonly looks: readonly Look[];
}
export interface LookDay {
  readonly day: string;
  readonly lookers: readonly LookerOfDay[];
}

const dayOf = ({ at }: Look): string => dayText(shanghaiDate(new Date(at)));
export const timeOf = ({ at }: Look): string => momentText(at).slice(-5);

/** Days in the order they come, and in each day everybody who looked, with all that they looked at. */
export function byDay(looks: readonly Look[]): readonly LookDay[] {
  const days = new Map<string, Map<string, LookerOfDay>>();
  for (const look of looks) {
    const { who, whoKind } = look;
    const day = days.get(dayOf(look)) ?? new Map<string, LookerOfDay>();
    const name = `${whoKind} ${who}`;
    day.set(name, { who, whoKind, looks: [...(day.get(name)?.looks ?? []), look] });
    days.set(dayOf(look), day);
  }
  return [...days].map(([day, lookers]) => ({ day, lookers: [...lookers.values()] }));
}
