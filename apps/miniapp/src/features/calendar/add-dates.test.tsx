import type { FamilyDateView } from '@gongji/contract';
import { plainDate } from '@gongji/domain';
import { englishTexts } from '@gongji/texts';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import { speakChinese, speakEnglish } from '@/shared/text/say';
import { uuid } from '../../../test/support/fixtures';

// A build has one target; here it is WeChat for the length of this file.
const built = process.env.TARO_ENV;
beforeAll(() => {
  process.env.TARO_ENV = 'weapp';
});
afterAll(() => {
  process.env.TARO_ENV = built;
});

const date = (id: string, on: string): FamilyDateView => ({
  dateId: id,
  kind: 'grant-ends',
  on: plainDate(on),
  daysLeft: 20,
  title: `陈*兰的${id}到期`,
  text: '到期后自动关闭。',
  personId: uuid(2),
  person: '陈*兰',
  year: null,
  bindingId: uuid(10),
  paymentId: null,
  rule: null,
});
const dates = [date('授权', '2026-12-20'), date('邀请', '2027-01-05')];
interface Given {
  readonly title: string;
  readonly description: string;
  readonly startTime: number;
  readonly alarmOffset: number;
  success(): void;
  fail(error: unknown): void;
}
const day = Taro as unknown as {
  readonly addPhoneCalendar: jest.Mock<(given: Given) => void>;
};
const given = () => day.addPhoneCalendar.mock.calls.map(([each]) => each);
const added = () => given().map(({ title }) => title);
const show = async () => {
  const { FamilyDate } = await import('./family-date');
  render(
    <>
      {dates.map((each) => (
        <FamilyDate key={each.dateId} date={each} onOpen={jest.fn()} />
      ))}
    </>,
  );
};
const nameOf = ({ title }: FamilyDateView) => `加到手机日历：${title}`;
const tap = (each: FamilyDateView) => act(async () => fireEvent.click(screen.getByLabelText(nameOf(each))));

describe('the phone’s calendar in WeChat, which takes a day at a time', () => {
  afterEach(speakChinese);

  it('takes each of the days, whichever is tapped, and each once', async () => {
    await show();
    for (const each of [...dates].reverse()) await tap(each);
    expect(added()).toEqual(['陈*兰的邀请到期', '陈*兰的授权到期']);
    expect(screen.getAllByText('已加到手机日历')).toHaveLength(2);
    for (const each of dates) expect(screen.queryByLabelText(nameOf(each))).toBeNull();
  });

  it('rings on the morning before, and not at midnight', async () => {
    await show();
    if (dates[0] !== undefined) await tap(dates[0]);
    const rings = given().map(({ startTime, alarmOffset }) => new Date((startTime - alarmOffset) * 1000).toISOString());
    expect(rings).toEqual(['2026-12-19T01:00:00.000Z']);
  });

  it('is written in the language of the phone', async () => {
    speakEnglish({ version: 'first', texts: englishTexts() });
    const { AddDate } = await import('./add-dates');
    render(
      <AddDate
        date={{ ...date('授权', '2026-12-31'), title: '陈*兰 2027 年度居民医保缴费截止', text: '这天以后缴费，可能有待遇等待期。' }}
      />,
    );
    await act(async () => fireEvent.click(screen.getByLabelText(/2027/)));
    expect(given()).toMatchObject([{ title: expect.stringMatching(/^[^年]*2027[^年]*$/), description: expect.stringMatching(/^[ -~]+$/) }]);
  });

  it('can be asked again for a day that it did not take', async () => {
    await show();
    day.addPhoneCalendar.mockImplementationOnce(({ fail }) => fail({ errMsg: 'addPhoneCalendar:fail' }));
    for (const each of [dates[0], dates[0]]) if (each !== undefined) await tap(each);
    expect(added()).toHaveLength(2);
    expect(screen.getByText('已加到手机日历')).toBeTruthy();
  });
});
