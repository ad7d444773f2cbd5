import type { FamilyCalendar as Answer, FamilyDateView } from '@gongji/contract';
import { plainDate, REMINDER_NOTE } from '@gongji/domain';
import { englishTexts } from '@gongji/texts';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { speakChinese, speakEnglish } from '@/shared/text/say';
import { chineseOnPage } from '../../../test/support/in-english';
import { me, rule, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { FamilyCalendar } from './family-calendar';

const window: FamilyDateView = {
  dateId: 'window-closes-1',
  kind: 'window-closes',
  on: plainDate('2026-12-31'),
  daysLeft: 38,
  title: '陈*兰 2027 年度居民医保缴费截止',
  text: '这天以后缴费，可能有待遇等待期。',
  personId: uuid(2),
  person: '陈*兰',
  year: 2027,
  bindingId: uuid(10),
  paymentId: null,
  rule: rule({ kind: 'premiumWindow', text: '2027 年度集中缴费期到 12 月 31 日', assumed: true, confidence: 'ASSUMED', note: '往年如此' }),
};
const voidable: FamilyDateView = {
  ...window,
  dateId: 'voidable-until-1',
  kind: 'voidable-until',
  on: plainDate('2026-11-25'),
  daysLeft: 1,
  title: '陈*兰 2027 年度代缴最后可作废',
  bindingId: null,
  paymentId: uuid(30),
  rule: null,
};
const calendar = (changes: Partial<Answer> = {}): Answer => ({
  remindersOn: true,
  dates: [voidable, window],
  unknown: [{ person: '王*', regionName: '哈密市', year: 2027 }],
  reminderNote: REMINDER_NOTE,
  ...changes,
});

describe('the family calendar', () => {
  afterEach(speakChinese);
  const onOpen = jest.fn<(date: FamilyDateView) => void>();
  const onAddRelative = jest.fn();
  const show = (answer: Answer, behaviours: Parameters<typeof showTo>[2] = {}) =>
    showTo(me(), <FamilyCalendar onOpen={onOpen} onAddRelative={onAddRelative} />, { familyCalendar: () => ({ answer }), ...behaviours });

  it.each([
    [0, '今天'],
    [1, '明天'],
    [731, '还有 731 天'],
    [732, '还有 2 年多'],
    [2_330, '还有 6 年多'],
  ])('says of a day %d days ahead: %s', async (daysLeft, text) => {
    await show(calendar({ dates: [{ ...window, daysLeft }] }));
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('is grouped by month, and each day leads to what can be done', async () => {
    await show(calendar());
    expect(screen.getByText('2026年11月')).toBeTruthy();
    expect(screen.getByText('2026年12月')).toBeTruthy();
    expect(screen.getByText('明天')).toBeTruthy();
    await tap('看这笔代缴：陈*兰 2027 年度代缴最后可作废');
    expect(onOpen).toHaveBeenLastCalledWith(voidable);
    await tap('去代缴：陈*兰 2027 年度居民医保缴费截止');
    expect(onOpen).toHaveBeenLastCalledWith(window);
  });

  it('has the rule one tap away, marked where it is assumed, and says what is unknown', async () => {
    await show(calendar());
    expect(screen.getAllByText('暂定：没有查到公开规定').length).toBeGreaterThan(0);
    await tap(/^查看依据/);
    expect(screen.getByText(/往年如此/)).toBeTruthy();
    expect(screen.getByText('没有查到 2027 年度的缴费期，请以税务部门的应缴记录为准。')).toBeTruthy();
  });

  it('says that there is nothing ahead, and what to do', async () => {
    await show(calendar({ dates: [], unknown: [] }));
    expect(screen.getByText('近期没有要记的日子')).toBeTruthy();
    await tap('绑定家人');
    expect(onAddRelative).toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: /日历文件/ })).toBeNull();
  });

  it('turns reminders off and reads how it stands; a refusal leaves the switch as it was', async () => {
    let answer = calendar();
    const calls = await show(answer, {
      familyCalendar: () => ({ answer }),
      setReminders: () => {
        answer = calendar({ remindersOn: false });
        return { answer };
      },
    });
    await act(async () => fireEvent.click(screen.getByRole('switch')));
    expect(calls.find(({ name }) => name === 'setReminders')?.body).toEqual({ isOn: false });
    expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('false');
  });

  it('shows reminders off where that cannot be read again', async () => {
    let gone = false;
    await show(calendar(), {
      familyCalendar: () => (gone ? 'silence' : { answer: calendar() }),
      setReminders: () => {
        gone = true;
        return { answer: calendar({ remindersOn: false }) };
      },
    });
    await act(async () => fireEvent.click(screen.getByRole('switch')));
    expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('false');
  });

  it('says that nobody answered, and does not say that it failed', async () => {
    await show(calendar(), { setReminders: () => 'silence' });
    await act(async () => fireEvent.click(screen.getByRole('switch')));
    expect(screen.getByRole('alert').textContent).toContain('可能已经改好');
    await tap('查看现在的设置');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes into a calendar as a file, in a browser', async () => {
    const files: { readonly name: string; readonly blob: Blob }[] = [];
    let made: Blob;
    URL.createObjectURL = (blob) => {
      made = blob as Blob;
      return 'blob:calendar';
    };
    URL.revokeObjectURL = () => undefined;
    HTMLAnchorElement.prototype.click = function click() {
      files.push({ name: this.download, blob: made });
    };
    await show(calendar());
    await tap(/日历文件/);
    expect(files).toEqual([{ name: 'gongji-calendar.ics', blob: expect.objectContaining({ type: 'text/calendar;charset=utf-8' }) }]);
    expect(screen.getByRole('alert').textContent).toContain('日历文件已下载');
  });

  it('is asked for again when nobody answered', async () => {
    let tries = 0;
    await show(calendar(), { familyCalendar: () => ((tries += 1) === 1 ? 'silence' : { answer: calendar() }) });
    await tap('重新加载');
    expect(screen.getByText('2026年11月')).toBeTruthy();
  });

  it('says no Chinese word of its own on a phone that speaks English', async () => {
    const answer = calendar({ dates: [voidable, { ...window, rule: null }] });
    speakEnglish({ version: 'first', texts: englishTexts() });
    await show(answer);
    expect(chineseOnPage('王*', '哈密市')).toEqual([]);
    expect(screen.getByText('Tomorrow')).toBeTruthy();
    expect(screen.getByText('38 days left')).toBeTruthy();
    expect(screen.getByText('31 Dec 2026')).toBeTruthy();
  });
});
