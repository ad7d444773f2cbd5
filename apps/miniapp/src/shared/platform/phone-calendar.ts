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
    success(): void;
    fail(error: unknown): void;
  }): void;
}

/** A browser downloads a file that any calendar takes. */
export const downloadDays = (days: readonly CalendarEvent[]): Promise<Kept> =>
  keepText(calendarFile(days, new Date()), 'gongji-calendar.ics', 'text/calendar;charset=utf-8');

/** WeChat takes one day a call, and asks the person itself. */
export function addDay({ title, text: description, on }: CalendarEvent): Promise<Kept> {
  const { addPhoneCalendar } = Taro as PhoneCalendar;
  if (addPhoneCalendar === undefined) return Promise.resolve('failed');
  const startTime = startOfDay(on).getTime() / 1000;
  return outcomeOfAsking(
    new Promise<void>((success, fail) => addPhoneCalendar({ title, description, startTime, allDay: true, alarm: true, success, fail })),
  );
}
