import { binding, grant, person, policyWith, relative, showCodeGrant, TODAY } from '../../../../test/support/domain-builders';
import { plainDate } from '../dates';
import { calendarFile } from './calendar-file';
import { type CalendarFacts, coverName, FAMILY_DATE_KINDS, familyCalendar } from './family-dates';
import { daysUntil, REMIND_DAYS_BEFORE, reminderDue } from './reminder';

const OWNER = person();
const PARENT = relative();
const BOUND = { ...binding(), acceptBy: null };
const PAYMENT = {
  id: 'p-1',
  personId: PARENT.id,
  year: 2027,
  state: 'applied',
  voidableUntil: plainDate('2026-11-25'),
  askedAgainOn: null,
} as const;
const WINDOW = { premiumWindow: { year: 2027, opensOn: plainDate('2026-09-01'), closesOn: plainDate('2026-12-31') } };

const facts = (changes: Partial<CalendarFacts> = {}): CalendarFacts => ({
  readerId: BOUND.ownerId,
  today: TODAY,
  bindings: [BOUND],
  people: new Map([
    [BOUND.ownerId, { ...OWNER, id: BOUND.ownerId }],
    [BOUND.relativeId, { ...PARENT, id: BOUND.relativeId, scheme: 'resident' as const }],
  ]),
  payments: [],
  covered: new Set(),
  policyOf: () => policyWith(WINDOW),
  ...changes,
});
const seen = (changes: Partial<CalendarFacts> = {}) => familyCalendar(facts(changes)).dates.map(({ kind, on }) => `${on} ${kind}`);

describe('the days ahead of a family', () => {
  it('are the premium windows of the relatives one pays for, from today on, with the rule behind them', () => {
    expect(seen()).toEqual(['2026-12-31 window-closes']);
    expect(familyCalendar(facts()).dates[0]).toMatchObject({ year: 2027, rule: { kind: 'premiumWindow' } });
    expect(seen({ today: plainDate('2026-08-01') })).toEqual(['2026-09-01 window-opens', '2026-12-31 window-closes']);
  });

  it('have no window once the year is covered, none for the relative themself, and none for who has an account', () => {
    expect(seen({ covered: new Set([coverName(BOUND.relativeId, 2027)]) })).toEqual([]);
    expect(seen({ readerId: BOUND.relativeId })).toEqual([]);
    const employee = new Map(facts().people).set(BOUND.relativeId, { ...PARENT, id: BOUND.relativeId, scheme: 'employee' });
    expect(seen({ people: employee })).toEqual([]);
  });

  it('say that a window is unknown where nobody published it, and make none up', () => {
    const calendar = familyCalendar(facts({ policyOf: () => policyWith({ premiumWindow: undefined }) }));
    expect(calendar).toMatchObject({ dates: [], unknown: [{ personId: BOUND.relativeId, year: 2027 }] });
    expect(familyCalendar(facts({ policyOf: () => undefined })).unknown).toHaveLength(1);
  });

  it('are the last days of what is open, for both sides, once where both switches end together', () => {
    const endsOn = plainDate('2027-03-31');
    const both = { ...BOUND, grants: [grant({ endsOn }), showCodeGrant({ endsOn })] };
    for (const readerId of [BOUND.ownerId, BOUND.relativeId])
      expect(seen({ readerId, bindings: [both] }).filter((line) => line.endsWith('grant-ends'))).toEqual(['2027-03-31 grant-ends']);
    const ended = { ...BOUND, grants: [grant({ endsOn, state: 'ended' })] };
    expect(seen({ bindings: [ended] })).not.toContain('2027-03-31 grant-ends');
  });

  it('are the birthday on which a child shown by a guardian agrees for themself', () => {
    const child = { ...PARENT, id: BOUND.relativeId, birthDate: plainDate('2011-02-28') };
    const people = new Map(facts().people).set(BOUND.relativeId, child);
    const guarded = { ...BOUND, grants: [showCodeGrant({ agreedBy: 'guardian' })] };
    for (const readerId of [BOUND.ownerId, BOUND.relativeId]) {
      const { dates } = familyCalendar(facts({ readerId, people, bindings: [guarded] }));
      expect(dates).toContainEqual(expect.objectContaining({ kind: 'of-age', on: '2027-02-28', personId: BOUND.relativeId }));
    }
    expect(seen({ people, bindings: [{ ...BOUND, grants: [showCodeGrant({ agreedBy: 'relative' })] }] }).join()).not.toContain('of-age');
  });

  it('are no birthday of a child whose code nobody may show any more', () => {
    const child = { ...PARENT, id: BOUND.relativeId, birthDate: plainDate('2011-02-28') };
    const people = new Map(facts().people).set(BOUND.relativeId, child);
    const ended = { ...BOUND, grants: [grant(), showCodeGrant({ agreedBy: 'guardian', state: 'ended' })] };
    expect(seen({ people, bindings: [ended] }).join()).not.toContain('of-age');
  });

  it('are the last day of voiding, when a locked payment is asked about again, and when an invitation lapses', () => {
    expect(seen({ payments: [PAYMENT] })).toContain('2026-11-25 voidable-until');
    const locked = { ...PAYMENT, state: 'locked', askedAgainOn: TODAY } as const;
    expect(seen({ payments: [locked] })).toContain(`${TODAY} asked-again`);
    expect(seen({ payments: [{ ...PAYMENT, state: 'clearing' }] }).join()).not.toContain('voidable');
    expect(seen({ bindings: [{ ...BOUND, acceptBy: plainDate('2026-11-24') }] })).toContain('2026-11-24 accept-by');
  });

  it('leave out what has ended', () => {
    expect(seen({ bindings: [{ ...BOUND, state: 'ended' }] })).toEqual([]);
  });

  it('come in the order of days', () => {
    const lines = seen({ payments: [PAYMENT], bindings: [{ ...BOUND, grants: [grant({ endsOn: plainDate('2026-12-01') })] }] });
    expect(lines).toEqual([...lines].sort());
    expect(lines).toHaveLength(3);
  });
});

describe('a reminder', () => {
  const on = plainDate('2026-12-31');
  it.each([
    ['2026-11-30', undefined],
    ['2026-12-01', 30],
    ['2026-12-23', 30],
    ['2026-12-24', 7],
    ['2026-12-29', 7],
    ['2026-12-30', 1],
    ['2026-12-31', 1],
    ['2027-01-01', undefined],
  ])('of the last day of a window on %s is the one %s days before', (today, days) => {
    expect(reminderDue('window-closes', on, plainDate(today))).toBe(days);
  });

  it('of a day that became known late comes once: the nearest', () => {
    expect(reminderDue('grant-ends', plainDate('2026-11-27'), TODAY)).toBe(7);
  });

  it('is not given for what is over in hours', () => {
    expect(FAMILY_DATE_KINDS.filter((kind) => REMIND_DAYS_BEFORE[kind].length === 0)).toEqual(['asked-again', 'accept-by']);
    expect(reminderDue('accept-by', plainDate('2026-11-23'), TODAY)).toBeUndefined();
  });

  it('counts days, over the turn of a year too', () => {
    expect(daysUntil(plainDate('2027-01-01'), plainDate('2026-12-31'))).toBe(1);
  });
});

describe('the calendar file', () => {
  const at = new Date('2026-11-22T04:00:00.123Z');
  const event = { id: 'window-closes-1', on: plainDate('2026-12-31'), title: '陈*兰 缴费截止', text: '一行\n二行; 三,四\\' };

  it('is a calendar of whole days that any phone takes', () => {
    expect(calendarFile([event], at).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Gongji//Family calendar//ZH',
      'BEGIN:VEVENT',
      'UID:window-closes-1@gongji',
      'DTSTAMP:20261122T040000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:陈*兰 缴费截止',
      'DESCRIPTION:一行\\n二行\\; 三\\,四\\\\',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('breaks no line longer than 75 octets, and none inside a character', () => {
    const text = `${'很长的说明'.repeat(40)}𠮷𪚥`;
    const file = calendarFile([{ ...event, text }], at);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file.replace(/\r\n /g, '')).toContain(text);
  });
});
