import { type CalendarEvent, calendarFile, startOfDay } from '@gongji/domain';
import Taro from '@tarojs/taro';
import { type Kept, keepText, outcomeOfAsking } from './keep-file';

interface PhoneCalendar {
  addPhoneCalendar?(given: {
    readonly title: string;
    readonly description: string;
    readonly startTime: number;
    readonly allDay: boolean;
    readonly alarm: boolean;
    readonly alarmOffset: number;
    success(): void;
    fail(error: unknown): void;
  }): void;
}

/** Ahead of the day's beginning, at which WeChat would ring otherwise: at nine in the morning of the day before. */
const RINGS_AHEAD_S = 15 * 3600;

/** A browser downloads a file that any calendar takes. */
export const downloadDays = (days: readonly CalendarEvent[]): Promise<Kept> =>
  keepText(calendarFile(days, new Date()), 'gongji-calendar.ics', 'text/calendar;charset=utf-8');

/** WeChat takes one day a call, and asks the person itself. */
export function addDay({ title, text: description, on }: CalendarEvent): Promise<Kept> {
  const { addPhoneCalendar } = Taro as PhoneCalendar;
  if (addPhoneCalendar === undefined) return Promise.resolve('failed');
  const event = { title, description, startTime: startOfDay(on).getTime() / 1000, allDay: true, alarm: true, alarmOffset: RINGS_AHEAD_S };
  return outcomeOfAsking(new Promise<void>((success, fail) => addPhoneCalendar({ ...event, success, fail })));
}
