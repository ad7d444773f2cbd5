import { addDays, type PlainDate } from '../dates';
import { decided, type Decision, refused } from '../decision';
import { isProvisional, isWorkingDay, type WorkingCalendar } from '../premium/working-calendar';
import { type ComplaintState, mayStepComplaint } from './complaint';

/**
 * Assumed: nobody publishes by when a mini program of this kind answers. `answerWithin` is in working days after the day of writing; the other two keep one
 * person from filling the operators' desk, and leave room for a family's worst day.
 */
export const COMPLAINT_RULE = {
  answerWithin: 5,
  mostPerDay: 5,
  mostOpen: 10,
  note: '暂定：没有查到本服务答复时限的公开规定；涉及参保地政策的，以当地医保部门答复为准。',
} as const;

export interface ComplaintFacts {
  readonly on: PlainDate;
  /** Written by this person on that day in Shanghai. */
  readonly writtenToday: number;
  /** Of this person, not closed. */
  readonly open: number;
  readonly calendar: WorkingCalendar;
}

export interface Promised {
  /** The last day on which an answer is in time. */
  readonly answerBy: PlainDate;
  /** The holidays that it depends on are not announced yet. */
  readonly provisional: boolean;
}

/** Takes a complaint and says by when it is answered. Refuses more than five a day, or an eleventh that is not closed. */
export function decideComplaint(facts: ComplaintFacts): Decision<Promised, 'COMPLAINT_TOO_MANY' | 'COMPLAINT_TOO_MANY_OPEN'> {
  const { on, writtenToday, open, calendar } = facts;
  if (open >= COMPLAINT_RULE.mostOpen) return refused('COMPLAINT_TOO_MANY_OPEN', { most: COMPLAINT_RULE.mostOpen });
  if (writtenToday >= COMPLAINT_RULE.mostPerDay) return refused('COMPLAINT_TOO_MANY', { most: COMPLAINT_RULE.mostPerDay });
  const answerBy = afterWorkingDays(on, COMPLAINT_RULE.answerWithin, calendar);
  return decided({ answerBy, provisional: isProvisional(answerBy, calendar) });
}

/** The day so many working days after a day, which itself does not count. */
export function afterWorkingDays(on: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  let day = on;
  for (let left = days; left > 0; left -= isWorkingDay(day, calendar) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** An answer, or the writer's own end of it. What is closed takes neither. */
export const decideComplaintStep = (from: ComplaintState, to: 'answered' | 'closed'): Decision<ComplaintState, 'COMPLAINT_CLOSED'> =>
  mayStepComplaint(from, to) ? decided(to) : refused('COMPLAINT_CLOSED');
