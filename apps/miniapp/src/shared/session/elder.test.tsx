import { afterEach, describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { phoneStorage, setTextSize } from '../../../test/stubs/taro';
import { forgetElder, setElder, useElder } from './elder';

const Shown = () => <div>{useElder() ? '长辈版' : '标准版'}</div>;
const shown = () => {
  forgetElder();
  render(<Shown />);
  return screen.getByText(/版$/).textContent;
};
const inWeChatWith = (px: number) => {
  process.env.TARO_ENV = 'weapp';
  setTextSize(px);
};

afterEach(() => {
  process.env.TARO_ENV = 'h5';
  forgetElder();
});

describe('长辈版', () => {
  it.each([
    [15, '标准版'],
    [17, '标准版'],
    [20, '长辈版'],
    [23, '长辈版'],
  ])('follows the size of text in WeChat: %i px is %s', (px, version) => {
    inWeChatWith(px);
    expect(shown()).toBe(version);
  });

  it('is what the person has chosen, whatever WeChat says', () => {
    inWeChatWith(23);
    phoneStorage.set('elder', false);
    expect(shown()).toBe('标准版');
  });

  it('may be chosen against small text, and stays chosen', () => {
    inWeChatWith(15);
    expect(shown()).toBe('标准版');
    act(() => setElder(true));
    expect(screen.getByText('长辈版')).toBeTruthy();
    expect(phoneStorage.get('elder')).toBe(true);
  });

  it('holds here as well when it is chosen in another tab of the browser', () => {
    expect(shown()).toBe('标准版');
    phoneStorage.set('elder', true);
    act(() => void dispatchEvent(new StorageEvent('storage', { key: 'elder' })));
    expect(screen.getByText('长辈版')).toBeTruthy();
  });

  it('is off at first in a browser', () => {
    setTextSize(23);
    expect(shown()).toBe('标准版');
  });
});
