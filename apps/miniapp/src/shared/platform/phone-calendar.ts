import { type CalendarEvent, calendarFile, startOfDay } from '@gongji/domain';
import Taro from '@tarojs/taro';
import { type Kept, keepText, outcomeOfAsking } from './keep-file';
import { inWeChat } from './target';

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

/** WeChat asks the person itself and adds one day; a browser downloads a file that any calendar takes. */
export function addToCalendar(events: readonly CalendarEvent[]): Promise<Kept> {
  const [first] = events;
  if (!inWeChat || first === undefined)
    return keepText(calendarFile(events, new Date()), 'gongji-calendar.ics', 'text/calendar;charset=utf-8');
  const { addPhoneCalendar } = Taro as PhoneCalendar;
  if (addPhoneCalendar === undefined) return Promise.resolve('failed');
  const { title, text: description, on } = first;
  const startTime = startOfDay(on).getTime() / 1000;
  return outcomeOfAsking(
    new Promise<void>((success, fail) => addPhoneCalendar({ title, description, startTime, allDay: true, alarm: true, success, fail })),
  );
}
