import { afterEach, describe, expect, it, type jest } from '@jest/globals';
import { englishTexts } from '@gongji/texts';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { refreshLanguage } from '@/shared/session/language';
import { forgetLanguage, say, speaksEnglish } from '@/shared/text/say';
import { phoneStorage } from '../../../test/stubs/taro';
import { LanguageSwitch } from './language-switch';

type Reply = { readonly statusCode: number; readonly data: unknown };
const answers = (reply: () => Reply) =>
  (Taro.request as unknown as jest.Mock<() => Promise<Reply>>).mockImplementation(async () => reply());
const reLaunch = Taro.reLaunch as unknown as jest.Mock;
const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

afterEach(forgetLanguage);

describe('changing the language', () => {
  it('fetches the English texts, begins the page anew and speaks English at the next launch too', async () => {
    answers(() => ({ statusCode: 200, data: { version: 'first', texts: englishTexts() } }));
    render(<LanguageSwitch page="mine" />);
    await tap('English');
    expect(reLaunch).toHaveBeenCalledWith({ url: '/pages/mine/index' });
    forgetLanguage();
    expect(speaksEnglish()).toBe(true);
  });

  it('goes back to Chinese without asking anybody', async () => {
    phoneStorage.set('english-texts', { version: 'first', texts: englishTexts() });
    render(<LanguageSwitch page="log-in" />);
    await tap('中文');
    expect(speaksEnglish()).toBe(false);
    expect(phoneStorage.has('english-texts')).toBe(false);
    expect(reLaunch).toHaveBeenCalledWith({ url: '/pages/log-in/index' });
  });

  it.each([
    ['asks at the next launch only for others than it keeps, and goes on with those', null, '家人'],
    ['says at the next launch what was said better since', { 家人: 'Kin' }, 'Kin'],
  ])('%s', async (_rule, texts, said) => {
    phoneStorage.set('english-texts', { version: 'first', texts: {} });
    answers(() => ({ statusCode: 200, data: { version: texts === null ? 'first' : 'second', texts } }));
    await act(async () => refreshLanguage());
    expect((Taro.request as unknown as jest.Mock).mock.calls).toEqual([
      [expect.objectContaining({ url: '/api/texts/english?have=first' })],
    ]);
    expect(say('家人')).toBe(said);
    expect(phoneStorage.get('english-texts')).toEqual({ version: texts === null ? 'first' : 'second', texts: texts ?? {} });
  });

  it('stays Chinese and says so where the texts do not come', async () => {
    answers(() => ({ statusCode: 503, data: null }));
    render(<LanguageSwitch page="mine" />);
    await tap('English');
    expect(screen.getByRole('alert').textContent).toContain('没有取到英文文字');
    expect(speaksEnglish()).toBe(false);
    expect(reLaunch).not.toHaveBeenCalled();
  });

  it.each(['text', '', null, ['text'], englishTexts()])('speaks Chinese where what is kept cannot be read: %j', (kept) => {
    phoneStorage.set('english-texts', kept);
    render(<LanguageSwitch page="mine" />);
    expect(screen.getByRole('button', { name: 'English' })).toBeTruthy();
  });
});
