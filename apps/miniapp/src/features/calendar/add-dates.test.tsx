import type { FamilyDateView } from '@gongji/contract';
import { plainDate } from '@gongji/domain';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
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
const day = Taro as unknown as {
  readonly addPhoneCalendar: jest.Mock<(given: { readonly title: string; success(): void; fail(error: unknown): void }) => void>;
};
const added = () => day.addPhoneCalendar.mock.calls.map(([{ title }]) => title);
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
  it('takes each of the days, whichever is tapped, and each once', async () => {
    await show();
    for (const each of [...dates].reverse()) await tap(each);
    expect(added()).toEqual(['陈*兰的邀请到期', '陈*兰的授权到期']);
    expect(screen.getAllByText('已加到手机日历')).toHaveLength(2);
    for (const each of dates) expect(screen.queryByLabelText(nameOf(each))).toBeNull();
  });

  it('can be asked again for a day that it did not take', async () => {
    await show();
    day.addPhoneCalendar.mockImplementationOnce(({ fail }) => fail({ errMsg: 'addPhoneCalendar:fail' }));
    for (const each of [dates[0], dates[0]]) if (each !== undefined) await tap(each);
    expect(added()).toHaveLength(2);
    expect(screen.getByText('已加到手机日历')).toBeTruthy();
  });
});
