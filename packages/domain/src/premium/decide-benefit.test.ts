import { plainDate } from '../dates';
import type { PersonFacts } from '../person/person';
import { decideBenefit } from './decide-benefit';

const RESIDENT: PersonFacts = {
  id: 'a',
  birthDate: plainDate('1958-05-06'),
  regionCode: '441400',
  scheme: 'resident',
  insuranceState: 'normal',
  groups: [],
  diedOn: null,
};
const EMPLOYEE: PersonFacts = { ...RESIDENT, scheme: 'employee' };
const COVER = { startsOn: plainDate('2027-04-01'), endsOn: plainDate('2027-12-31') };
const ask = (person: PersonFacts, on = '2027-05-01', cover: typeof COVER | null = null, scheme = person.scheme) =>
  decideBenefit({ person, scheme, on: plainDate(on), cover });

describe('benefits on a day', () => {
  it.each([
    ['nobody insured', ask({ ...RESIDENT, insuranceState: 'none' }), '没有参加基本医疗保险。'],
    ['somebody who has died', ask({ ...EMPLOYEE, diedOn: plainDate('2026-10-01') }), '没有参加基本医疗保险。'],
    ['a resident who asks as an employee', ask(RESIDENT, undefined, null, 'employee'), '没有参加职工医保。'],
    ['an employee who asks as a resident', ask(EMPLOYEE, undefined, COVER, 'resident'), '没有参加居民医保。'],
    ['insurance that is paused', ask({ ...RESIDENT, insuranceState: 'paused' }), '居民医保已暂停参保。'],
    ['insurance that has ended', ask({ ...EMPLOYEE, insuranceState: 'ended' }), '职工医保已终止参保。'],
  ])('are not for %s', (_, answer, text) => {
    expect(answer).toEqual({ enjoys: false, startsOn: null, endsOn: null, text });
  });

  it('are for an employee whose insurance is normal', () => {
    expect(ask(EMPLOYEE)).toEqual({ enjoys: true, startsOn: null, endsOn: null, text: '职工医保正常参保。' });
  });

  it('rest on the register alone where the premium was not paid here, and say so', () => {
    expect(ask(RESIDENT)).toMatchObject({ enjoys: true, startsOn: null, text: expect.stringContaining('不在本系统') });
  });

  it('never begin where the waiting period outlasts the year', () => {
    const cover = { startsOn: plainDate('2028-02-22'), endsOn: plainDate('2027-12-31') };
    expect(ask(RESIDENT, '2027-12-01', cover)).toEqual({
      enjoys: false,
      startsOn: null,
      endsOn: null,
      text: '待遇等待期（国办发〔2024〕33号）结束时本年度已过，本年度不能享受待遇。',
    });
  });

  it.each([
    ['2027-01-01', false],
    ['2027-03-31', false],
    ['2027-04-01', true],
    ['2027-12-31', true],
  ])('behind a waiting period to 31 March: on %s %p', (on, enjoys) => {
    const answer = ask(RESIDENT, on, COVER);
    expect(answer).toMatchObject({ enjoys, ...COVER });
    expect(answer.text).toContain(enjoys ? '2027年12月31日' : '待遇等待期（国办发〔2024〕33号）还没有满，2027年4月1日起');
  });
});
