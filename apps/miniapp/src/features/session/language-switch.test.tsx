import { afterEach, describe, expect, it, type jest } from '@jest/globals';
import { englishTexts } from '@gongji/texts';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { forgetLanguage, speaksEnglish } from '@/shared/text/say';
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
    answers(() => ({ statusCode: 200, data: { texts: englishTexts() } }));
    render(<LanguageSwitch page="mine" />);
    await tap('English');
    expect(reLaunch).toHaveBeenCalledWith({ url: '/pages/mine/index' });
    forgetLanguage();
    expect(speaksEnglish()).toBe(true);
  });

  it('goes back to Chinese without asking anybody', async () => {
    phoneStorage.set('english-texts', englishTexts());
    render(<LanguageSwitch page="log-in" />);
    await tap('中文');
    expect(speaksEnglish()).toBe(false);
    expect(phoneStorage.has('english-texts')).toBe(false);
    expect(reLaunch).toHaveBeenCalledWith({ url: '/pages/log-in/index' });
  });

  it('stays Chinese and says so where the texts do not come', async () => {
    answers(() => ({ statusCode: 503, data: null }));
    render(<LanguageSwitch page="mine" />);
    await tap('English');
    expect(screen.getByRole('alert').textContent).toContain('没有取到英文文字');
    expect(speaksEnglish()).toBe(false);
    expect(reLaunch).not.toHaveBeenCalled();
  });

  it.each(['text', '', null, ['text']])('speaks Chinese where what is kept cannot be read: %j', (kept) => {
    phoneStorage.set('english-texts', kept);
    render(<LanguageSwitch page="mine" />);
    expect(screen.getByRole('button', { name: 'English' })).toBeTruthy();
  });
});
