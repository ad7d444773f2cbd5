import { isOfEarlierYear, type Month, monthAt, monthsAfter, monthText, parseMonth, potOfCredit, monthStart } from './account-year';

const month = (text: string): Month => text as Month;

describe('a month of credits', () => {
  it.each([
    ['2026-11-30T15:59:59.999Z', '2026-11'],
    ['2026-11-30T16:00:00Z', '2026-12'],
    ['2026-12-31T16:00:00Z', '2027-01'],
  ])('at %s is %s in Shanghai', (at, expected) => {
    expect(monthAt(new Date(at))).toBe(expected);
  });

  it.each([
    ['2026-11', '2026-11', []],
    ['2026-12', '2026-11', []],
    ['2026-11', '2026-12', ['2026-12']],
    ['2026-11', '2027-02', ['2026-12', '2027-01', '2027-02']],
  ])('after %s until %s is each of %j', (first, last, expected) => {
    expect(monthsAfter(month(first), month(last))).toEqual(expected);
  });

  it.each([
    ['2026-01', '2026-01'],
    ['2026-12', '2026-12'],
    ['2026-00', undefined],
    ['2026-13', undefined],
    ['2026-1', undefined],
    ['1826-01', undefined],
    [' 2026-01', undefined],
    ['2026-01-01', undefined],
  ])('%p reads as %p', (text, expected) => {
    expect(parseMonth(text)).toBe(expected);
  });

  it('begins at midnight in Shanghai and ends where the next begins', () => {
    expect(monthStart(month('2027-01'))).toEqual(new Date('2026-12-31T16:00:00Z'));
    expect(monthStart(month('2026-12'), 1)).toEqual(monthStart(month('2027-01')));
    expect(monthText(month('2027-01'))).toBe('2027年1月');
  });
});

describe('the pot of a credit', () => {
  it.each([
    ['2026-12', '2026-12-31T15:59:59.999Z', 'currentYear'],
    ['2026-12', '2026-12-31T16:00:00Z', 'carriedOver'],
    ['2027-01', '2026-12-31T16:00:00Z', 'currentYear'],
    ['2025-12', '2026-11-01T00:00:00Z', 'carriedOver'],
  ])('for %s written down at %s is %s', (of, now, pot) => {
    expect(potOfCredit(month(of), new Date(now))).toBe(pot);
  });
});

describe('money that is held over New Year', () => {
  const opened = new Date('2026-03-01T00:00:00Z');
  const switchedAt = new Date('2026-12-31T16:00:10Z');
  const now = new Date('2027-01-20T00:00:00Z');
  const held = (heldAt: string, changes: object = {}) =>
    isOfEarlierYear({ heldAt: new Date(heldAt), accountOpenedAt: opened, switchedAt, now, ...changes });

  it.each<[string, boolean, boolean]>([
    ['held in December', held('2026-12-30T00:00:00Z'), true],
    ['held on New Year’s Day before the switch was finished', held('2026-12-31T16:00:09.999Z'), true],
    ['held when it was finished', held('2026-12-31T16:00:10Z'), false],
    ['held in January', held('2027-01-10T00:00:00Z'), false],
    ['held in January while the switch is not finished', held('2027-01-10T00:00:00Z', { switchedAt: null }), true],
    [
      'of an account that was opened this year, switch or no switch',
      held('2027-01-01T00:00:00Z', { accountOpenedAt: new Date('2026-12-31T16:00:00Z'), switchedAt: null }),
      false,
    ],
    ['of an account opened a moment before it', held('2026-12-31T15:59:59Z', { accountOpenedAt: new Date('2026-12-31T15:59:59Z') }), true],
    [
      'held and released in the same year',
      held('2026-11-10T00:00:00Z', { switchedAt: opened, now: new Date('2026-12-31T15:59:59Z') }),
      false,
    ],
  ])('%s', (_name, old, expected) => {
    expect(old).toBe(expected);
  });
});
