import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { captureScreen } from '../../../test/stubs/taro';
import * as display from './display';

// A build has one target; here it is WeChat, and then a browser.
const built = process.env.TARO_ENV;
afterAll(() => {
  process.env.TARO_ENV = built;
});
afterEach(() => display.restoreScreen());

const given = (api: unknown) => (api as jest.Mock).mock.calls.map(([options]) => options);
const brightness = () => given(Taro.setScreenBrightness);
const keptOn = () => given(Taro.setKeepScreenOn);

describe('the screen while a code is shown in WeChat', () => {
  beforeAll(() => {
    process.env.TARO_ENV = 'weapp';
  });

  it('is brightened and kept on, and gets its own brightness back', () => {
    display.lightUp();
    display.lightUp();
    display.restoreScreen();
    expect(brightness()).toEqual([{ value: 1 }, { value: 1 }, { value: 0.4 }]);
    expect(keptOn()).toEqual([{ keepScreenOn: true }, { keepScreenOn: true }, { keepScreenOn: false }]);
  });

  it('gets its own brightness back also where a code follows before it was dark again', async () => {
    let shown = 0.4;
    const ask = Taro.getScreenBrightness as unknown as jest.Mock<(options: { success: (found: object) => void }) => Promise<void>>;
    const set = Taro.setScreenBrightness as unknown as jest.Mock<(options: { value: number }) => Promise<void>>;
    const late: (() => void)[] = [];
    const answer = async ({ success }: { readonly success: (found: object) => void }) => success({ value: shown });
    ask.mockImplementationOnce(answer).mockImplementationOnce(answer);
    const setLate = ({ value }: { readonly value: number }) =>
      new Promise<void>((done) => {
        late.push(() => {
          shown = value;
          done();
        });
      });
    for (let time = 0; time < 4; time += 1) set.mockImplementationOnce(setLate);
    const catchUp = async () => {
      for (const each of late.splice(0)) each();
      await new Promise((done) => setTimeout(done));
    };
    display.lightUp();
    await catchUp();
    display.restoreScreen();
    display.lightUp();
    await catchUp();
    display.restoreScreen();
    await catchUp();
    expect(shown).toBe(0.4);
  });

  it('is given back once, however often that is asked for', () => {
    display.lightUp();
    display.restoreScreen();
    display.restoreScreen();
    expect(brightness()).toEqual([{ value: 1 }, { value: 0.4 }]);
  });

  it('is left alone where it was not brightened', () => {
    display.restoreScreen();
    expect([brightness(), keptOn()]).toEqual([[], []]);
  });

  it('is not brightened by a phone that answers after the page was left', () => {
    const late: (() => void)[] = [];
    const ask = Taro.getScreenBrightness as unknown as jest.Mock<(options: { success: (found: object) => void }) => Promise<void>>;
    ask.mockImplementationOnce(async ({ success }) => void late.push(() => success({ value: 0.4 })));
    display.lightUp();
    display.restoreScreen();
    late[0]?.();
    expect(brightness()).toEqual([]);
    expect(keptOn()).toEqual([{ keepScreenOn: true }, { keepScreenOn: false }]);
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

describe('the screen while a code is shown in a browser', () => {
  const release = jest.fn(async () => undefined);
  const request = jest.fn(async () => ({ released: false, release }));
  beforeAll(() => {
    process.env.TARO_ENV = 'h5';
  });
  beforeEach(() => {
    Object.assign(navigator, { wakeLock: { request } });
  });
  afterEach(() => {
    request.mockClear();
    release.mockClear();
    Reflect.deleteProperty(navigator, 'wakeLock');
  });
  const settle = () => new Promise((done) => setTimeout(done));

  it('is kept on until the code goes away', async () => {
    display.lightUp();
    await settle();
    display.lightUp();
    display.restoreScreen();
    expect([request.mock.calls, release.mock.calls.length]).toEqual([[['screen']], 1]);
  });

  it('is let go wholly when it was asked for twice before the browser answered', async () => {
    display.lightUp();
    display.lightUp();
    await settle();
    display.restoreScreen();
    await settle();
    expect(release.mock.calls.length).toBe(request.mock.calls.length);
  });

  it('is not kept on by a browser that answers after the page was left', async () => {
    display.lightUp();
    display.restoreScreen();
    await settle();
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('goes dark as it likes where the browser cannot keep it on', () => {
    Reflect.deleteProperty(navigator, 'wakeLock');
    display.lightUp();
    display.restoreScreen();
    expect([brightness(), request.mock.calls]).toEqual([[], []]);
  });
});
