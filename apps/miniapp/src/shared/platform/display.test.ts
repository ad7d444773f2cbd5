import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { captureScreen } from '../../../test/stubs/taro';
import * as display from './display';

// A build has one target; here it is WeChat for the length of this file.
const built = process.env.TARO_ENV;
beforeAll(() => {
  process.env.TARO_ENV = 'weapp';
});
afterAll(() => {
  process.env.TARO_ENV = built;
});

const brightness = () => (Taro.setScreenBrightness as unknown as jest.Mock).mock.calls.map(([given]) => given);

describe('the screen while a code is shown in WeChat', () => {
  it('is brightened and kept on, and gets its own brightness back', async () => {
    display.brighten();
    display.brighten();
    display.restoreBrightness();
    expect(brightness()).toEqual([{ value: 1 }, { value: 1 }, { value: 0.4 }]);
    expect((Taro.setKeepScreenOn as unknown as jest.Mock).mock.calls.map(([given]) => given)).toContainEqual({ keepScreenOn: false });
  });

  it('is left alone where it was not brightened', () => {
    display.restoreBrightness();
    expect(brightness()).toEqual([]);
  });

  it('tells of a capture until it is told to stop', () => {
    const captured = jest.fn();
    const stop = display.onCapture(captured);
    captureScreen();
    stop();
    captureScreen();
    expect(captured).toHaveBeenCalledTimes(1);
  });
});
