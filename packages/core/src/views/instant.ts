import { SHANGHAI_OFFSET_MS } from '@gongji/domain';

/** `2026-11-22T10:00:00.000+08:00`: the wall clock of the place where every rule counts, with its offset. */
export const instant = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
export const instantOrNull = (at: Date | null): string | null => (at === null ? null : instant(at));
