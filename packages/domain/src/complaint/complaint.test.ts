import { plainDate } from '../dates';
import { WEEKENDS_ONLY, type WorkingCalendar } from '../premium/working-calendar';
import { COMPLAINT_KIND_TEXT, COMPLAINT_KINDS, COMPLAINT_STATE_TEXT, COMPLAINT_STATES, mayStepComplaint } from './complaint';
import { complaintNumber, complaintNumberText, parseComplaintNumber } from './complaint-number';
import { afterWorkingDays, COMPLAINT_RULE, decideComplaint, decideComplaintStep } from './decide-complaint';

const MONDAY = plainDate('2026-11-23');
const calendar: WorkingCalendar = {
  daysOff: new Set([
    plainDate('2026-10-01'),
    plainDate('2026-10-02'),
    plainDate('2026-10-05'),
    plainDate('2026-10-06'),
    plainDate('2026-10-07'),
  ]),
  workedWeekends: new Set([plainDate('2026-10-10')]),
  knownThrough: 2026,
};

describe('by when a complaint is answered', () => {
  it.each([
    ['a Monday', '2026-11-23', '2026-11-30'],
    ['a Friday', '2026-11-27', '2026-12-04'],
    ['a Saturday', '2026-11-28', '2026-12-04'],
    ['the eve of the holidays: they do not count, a worked Saturday does', '2026-09-30', '2026-10-13'],
  ])('five working days after %s', (_name, on, by) => {
    const decision = decideComplaint({ on: plainDate(on), writtenToday: 0, open: 0, calendar });
    expect(decision).toEqual({ ok: true, value: { answerBy: by, provisional: false } });
  });

  it('is provisional where the holidays of that time are not announced', () => {
    const facts = { on: plainDate('2026-12-28'), writtenToday: 0, open: 0 };
    expect(decideComplaint({ ...facts, calendar })).toMatchObject({ value: { provisional: true } });
    expect(decideComplaint({ ...facts, on: MONDAY, calendar: WEEKENDS_ONLY })).toMatchObject({ value: { provisional: true } });
  });

  it('is the same day where no day is to pass', () => {
    expect(afterWorkingDays(MONDAY, 0, calendar)).toBe(MONDAY);
  });
});

describe('how many complaints one person may write', () => {
  it('is five a day and ten that are not closed', () => {
    const { mostPerDay, mostOpen } = COMPLAINT_RULE;
    const ask = (writtenToday: number, open: number) => decideComplaint({ on: MONDAY, writtenToday, open, calendar });
    expect(ask(mostPerDay - 1, mostOpen - 1).ok).toBe(true);
    expect(ask(mostPerDay, 0)).toEqual({ ok: false, code: 'COMPLAINT_TOO_MANY', facts: { most: 5 } });
    expect(ask(0, mostOpen)).toEqual({ ok: false, code: 'COMPLAINT_TOO_MANY_OPEN', facts: { most: 10 } });
  });
});

describe('the number of a complaint', () => {
  const all = Array.from({ length: 500 }, (_, index) => complaintNumber(MONDAY, index * 199));

  it('is twelve digits that begin with the day, read out in two groups', () => {
    expect(all.every((number) => /^261123\d{6}$/.test(number))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    expect(complaintNumberText('261123004711')).toBe('261123 004711');
  });

  it('is read back however it was typed', () => {
    const number = all[7] ?? '';
    for (const typed of [number, complaintNumberText(number), ` ${number.slice(0, 4)}-${number.slice(4)} `])
      expect(parseComplaintNumber(typed)).toBe(number);
  });

  it('is not taken with a digit misheard', () => {
    for (const number of all.slice(0, 40))
      for (let at = 0; at < number.length; at += 1)
        for (let other = 1; other < 10; other += 1) {
          const wrong = `${number.slice(0, at)}${(Number(number[at]) + other) % 10}${number.slice(at + 1)}`;
          expect(parseComplaintNumber(wrong)).toBeUndefined();
        }
  });

  it.each(['', '26112300471', '2611230047110', 'GJ2611230047', '２６１１２３００４７１１'])('is not %s', (typed) => {
    expect(parseComplaintNumber(typed)).toBeUndefined();
  });

  it.each([-1, 100_000, 1.5, Number.NaN])('is made of no serial like %s', (serial) => {
    expect(() => complaintNumber(MONDAY, serial)).toThrow(RangeError);
  });
});

describe('the states of a complaint', () => {
  it('have a text each, as have the kinds', () => {
    expect(COMPLAINT_STATES.map((state) => COMPLAINT_STATE_TEXT[state]).every((text) => text.length > 2)).toBe(true);
    expect(COMPLAINT_KINDS.map((kind) => COMPLAINT_KIND_TEXT[kind]).every((text) => text.length >= 2)).toBe(true);
  });

  it('go from received to answered, again and again, and to closed, which is the end', () => {
    expect(
      COMPLAINT_STATES.flatMap((from) => COMPLAINT_STATES.filter((to) => mayStepComplaint(from, to)).map((to) => `${from}>${to}`)),
    ).toEqual(['received>answered', 'received>closed', 'answered>answered', 'answered>closed']);
    expect(decideComplaintStep('closed', 'answered')).toEqual({ ok: false, code: 'COMPLAINT_CLOSED' });
    expect(decideComplaintStep('received', 'answered')).toEqual({ ok: true, value: 'answered' });
  });
});
