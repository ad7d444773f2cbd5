import { plainDate } from '../dates';
import { benefitStart, buysBenefits, type CoverFacts, inWindow } from './waiting-period';
import { WAITING_NOTICE } from './waiting-notice';

const WINDOW = { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: plainDate('2026-12-25') };
const RULE = { fixedMonths: 3, monthsPerFurtherLapsedYear: 1, exemptGroups: ['newborn', 'orphan'] } as const;
const cover = (overrides: Partial<CoverFacts> = {}): CoverFacts => ({
  year: 2027,
  paidOn: plainDate('2026-11-22'),
  window: WINDOW,
  continuous: true,
  lapsedYears: 0,
  groups: [],
  birthDate: plainDate('1958-03-08'),
  rule: RULE,
  ...overrides,
});
const lapsed = (lapsedYears: number, overrides: Partial<CoverFacts> = {}) => cover({ continuous: false, lapsedYears, ...overrides });

describe('benefits start', () => {
  it.each<[string, CoverFacts, string, number]>([
    ['on 1 January when continuous and in the window', cover(), '2027-01-01', 0],
    ['on 1 January when paid on the last day of the window', cover({ paidOn: plainDate('2026-12-25') }), '2027-01-01', 0],
    ['after three months when paid the day after', cover({ paidOn: plainDate('2026-12-26') }), '2027-04-01', 3],
    ['after three months when paid the day before it opens', cover({ paidOn: plainDate('2026-09-30') }), '2027-04-01', 3],
    ['after three months from a payment within the year', cover({ paidOn: plainDate('2027-03-10') }), '2027-06-10', 3],
    ['after three months from the end of a long month', cover({ paidOn: plainDate('2027-01-31') }), '2027-04-30', 3],
    ['after three months for the first time insured', lapsed(0), '2027-04-01', 3],
    ['after three months for one lapsed year', lapsed(1), '2027-04-01', 3],
    ['after four months for two', lapsed(2), '2027-05-01', 4],
    ['after five months for three', lapsed(3), '2027-06-01', 5],
    ['after six months for four', lapsed(4), '2027-07-01', 6],
    ['after seven months for five', lapsed(5), '2027-08-01', 7],
    ['later when also outside the window', lapsed(2, { paidOn: plainDate('2027-02-01') }), '2027-06-01', 4],
    ['a month earlier for each year repaired', lapsed(3, { repairedYears: 1 }), '2027-05-01', 4],
    ['never before the fixed months', lapsed(3, { repairedYears: 9 }), '2027-04-01', 3],
    ['after six months in all when four years lapsed, however much is repaired', lapsed(4, { repairedYears: 9 }), '2027-07-01', 6],
    [
      'at birth for a baby born in the year',
      lapsed(0, { groups: ['newborn'], birthDate: plainDate('2027-05-20'), paidOn: plainDate('2027-06-01') }),
      '2027-05-20',
      0,
    ],
    ['on 1 January for a baby born before', lapsed(0, { groups: ['newborn'], birthDate: plainDate('2026-10-20') }), '2027-01-01', 0],
    ['on 1 January for another exempt group', lapsed(3, { groups: ['orphan'] }), '2027-01-01', 0],
    [
      'with the payment for an exempt group in the year',
      lapsed(3, { groups: ['orphan'], paidOn: plainDate('2027-03-10') }),
      '2027-03-10',
      0,
    ],
    ['after the waiting period for a group that is not exempt', lapsed(1, { groups: ['low-income'] }), '2027-04-01', 3],
  ])('%s', (_name, facts, startsOn, waitingMonths) => {
    expect(benefitStart(facts)).toMatchObject({ startsOn, waitingMonths, endsOn: '2027-12-31' });
  });

  it.each(WAITING_NOTICE.rows)(
    'as in Shaanxi’s notice for 2026: continuous $continuous, in the window $inWindow, from $startsOn',
    (row) => {
      const { year, closesOn } = WAITING_NOTICE;
      const paidOn = row.inWindow ? plainDate('2025-11-20') : plainDate('2025-12-26');
      const window = { year, opensOn: null, closesOn };
      const facts = cover({ year, paidOn, window, continuous: row.continuous, lapsedYears: row.continuous ? 0 : 1 });
      const { startsOn, endsOn, waitingMonths } = row;
      expect(benefitStart(facts)).toMatchObject({ startsOn, endsOn, waitingMonths });
    },
  );

  it('says step by step how the day comes about', () => {
    expect(benefitStart(lapsed(3)).steps).toEqual([
      expect.stringMatching(/^2026年\d+月\d+日缴费，在集中缴费期（到2026年12月25日）以内。$/),
      '已断保 3 年：在缴费期内缴费也要等待。',
      '固定等待期 3 个月，多断保的年份再加 2 个月，一共 5 个月。',
      '从参保年度第一天（2027年1月1日）起算。',
      '多断保的月份可以补缴抵减：每补缴 1 年少等 1 个月，断保 4 年及以上的补缴后仍不少于 6 个月。这里不能补缴，请问税务部门或经办窗口。',
      '2027年6月1日起享受待遇，到2027年12月31日为止。',
    ]);
    expect(benefitStart(cover({ paidOn: plainDate('2027-03-10') })).steps).toEqual([
      '2027年3月10日缴费，不在集中缴费期（到2026年12月25日），要等待。',
      '固定等待期 3 个月。',
      '从缴费当天（2027年3月10日）起算。',
      '2027年6月10日起享受待遇，到2027年12月31日为止。',
    ]);
    expect(benefitStart(cover({})).steps).toEqual([
      '2026年11月22日缴费，在集中缴费期（到2026年12月25日）以内。',
      '连续参保：不用等待。',
      '2027年1月1日起享受待遇，到2027年12月31日为止。',
    ]);
    expect(benefitStart(lapsed(0, { groups: ['newborn'], birthDate: plainDate('2027-05-20') })).steps).toEqual([
      '新生儿从出生之日（2027年5月20日）起算，不设等待期；出生多久以内缴费才算，没有查到，请问经办窗口。',
      '2027年5月20日起享受待遇，到2027年12月31日为止。',
    ]);
    for (const window of [undefined, { ...WINDOW, closesOn: null }])
      expect(benefitStart(cover({ window })).steps[0]).toBe('2026年11月22日缴费，在2027 年度开始前（没有查到缴费期）以内。');
    expect(benefitStart(cover({ windowAssumed: true })).steps[0]).toBe('2026年11月22日缴费，在集中缴费期（暂定到2026年12月25日）以内。');
    expect(benefitStart(lapsed(0)).steps[1]).toBe('没有连续参保：在缴费期内缴费也要等待。');
    expect(benefitStart(lapsed(2, { paidOn: plainDate('2027-08-31') })).steps.at(-1)).toBe(
      '2027年12月31日起享受待遇，到2027年12月31日为止。',
    );
    expect(benefitStart(cover({ paidOn: plainDate('2027-10-01') })).steps.at(-1)).toContain('本年度不能享受待遇');
  });

  it.each([
    // Born on 20 May 2027; ninety days later is 18 August.
    [
      'on the last of ninety days',
      '2027-05-20',
      '2027-08-18',
      '2027-05-20',
      '新生儿从出生之日（2027年5月20日）起算，不设等待期，出生 90 天以内缴费。',
    ],
    ['a day later', '2027-05-20', '2027-08-19', '2027-09-01', '出生 90 天以后才缴费，从缴费的下个月起算，不设等待期。'],
    ['so late that the year is over', '2027-05-20', '2027-12-01', '2028-01-01', '出生 90 天以后才缴费，从缴费的下个月起算，不设等待期。'],
    [
      'for the year after that of birth',
      '2026-10-20',
      '2026-11-22',
      '2027-01-01',
      '新生儿不设等待期，从参保年度第一天起算；2026 年出生当年的待遇可能要另缴，请问经办窗口。',
    ],
  ])('counts a newborn’s premium that is paid %s where the region says within how many days', (_name, born, paid, startsOn, why) => {
    const facts = { groups: ['newborn'], birthDate: plainDate(born), paidOn: plainDate(paid), rule: { ...RULE, newbornDays: 90 } } as const;
    const benefit = benefitStart(lapsed(0, facts));
    expect(benefit).toMatchObject({ startsOn, waitingMonths: 0 });
    expect(benefit.steps[0]).toBe(why);
    expect(benefit.steps[1]?.includes('本年度不能享受待遇')).toBe(!buysBenefits(2027, plainDate(startsOn)));
  });

  it('says why and from when', () => {
    expect(benefitStart(lapsed(2)).text).toBe('已断保 2 年，待遇等待期 4 个月，2027年5月1日起享受待遇。');
    expect(benefitStart(lapsed(0)).text).toContain('没有连续参保');
    expect(benefitStart(cover({ paidOn: plainDate('2027-02-01') })).text).toContain('没有在集中缴费期内缴费，待遇等待期 3 个月');
    expect(benefitStart(lapsed(1, { paidOn: plainDate('2027-02-01') })).text).toContain('也没有在集中缴费期内');
  });

  it('says when the year is over before the waiting period', () => {
    expect(benefitStart(cover({ paidOn: plainDate('2027-10-01') }))).toMatchObject({
      startsOn: '2028-01-01',
      text: expect.stringContaining('本年度不能享受待遇'),
    });
    expect(benefitStart(cover({ paidOn: plainDate('2027-09-30') }))).toMatchObject({ startsOn: '2027-12-30' });
    expect(benefitStart(lapsed(2, { paidOn: plainDate('2027-08-31') })).text).toContain('2027年12月31日起享受待遇');
  });
});

describe('a day is in the window', () => {
  it.each([
    ['2026-09-30', false],
    ['2026-10-01', true],
    ['2026-12-25', true],
    ['2026-12-26', false],
  ])('%s: %p', (on, expected) => {
    expect(inWindow(WINDOW, 2027, plainDate(on))).toBe(expected);
  });

  it.each([
    ['no opening day is published', { year: 2027, opensOn: null, closesOn: plainDate('2026-12-25') }, '2026-01-01', true],
    ['no closing day is published', { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: null }, '2026-12-31', true],
    [
      'no closing day is published and the year has begun',
      { year: 2027, opensOn: plainDate('2026-10-01'), closesOn: null },
      '2027-01-01',
      false,
    ],
    ['nothing is published', undefined, '2026-12-31', true],
    ['nothing is published and the year has begun', undefined, '2027-01-01', false],
  ])('where %s', (_name, window, on, expected) => {
    expect(inWindow(window, 2027, plainDate(on))).toBe(expected);
  });
});
