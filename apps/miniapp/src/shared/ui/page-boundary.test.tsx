import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import Taro from '@tarojs/taro';
import { render, screen } from '@testing-library/react';
import { offlineKey } from '../../../test/support/fixtures';
import { tap } from '../../../test/support/signed-in';
import { lightUp } from '../platform/display';
import { keepKey, reserves } from '../session/offline-keys';
import { Screen } from './screen';

// React itself says on the console what was thrown.
const silence = jest.spyOn(console, 'error');
beforeEach(() => void silence.mockImplementation(() => undefined));
afterEach(() => void silence.mockReset());

let wrong = true;
const Content = () => {
  if (wrong) throw new TypeError('of null');
  return <div>内容</div>;
};
const Foot = () => {
  if (wrong) throw new TypeError('of null');
  return <div>页脚</div>;
};
const show = (
  page = (
    <Screen title="页面" open>
      <Content />
    </Screen>
  ),
) => render(page);
beforeEach(() => {
  wrong = true;
});

describe('a page whose code throws', () => {
  it('is not white: it says what happened and why nothing is lost, under its own title', () => {
    show();
    expect(screen.getByRole('heading', { name: '页面' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(/没能显示出来.*不会丢，也不会重复/);
  });

  it('opens again', async () => {
    show();
    wrong = false;
    await tap('重新打开这一页');
    expect(screen.getByText('内容')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leads to the first tab', async () => {
    show();
    await tap('回到医保码');
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/insurance-code/index' });
  });

  it('shows no foot of its own, whichever of the two threw', () => {
    show(
      <Screen title="页面" open foot={<Foot />}>
        内容
      </Screen>,
    );
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.queryByText('页脚')).toBeNull();
  });

  it('gives the brightness back', () => {
    process.env.TARO_ENV = 'weapp';
    lightUp();
    show();
    process.env.TARO_ENV = 'h5';
    expect(Taro.setScreenBrightness).toHaveBeenLastCalledWith({ value: 0.4 });
  });

  it('keeps codes without network at the first try, and lets go of them at the second', async () => {
    keepKey('me', offlineKey());
    show();
    await tap('重新打开这一页');
    expect(reserves()).toHaveLength(1);
    await tap('重新打开这一页');
    expect(reserves()).toEqual([]);
    wrong = false;
    await tap('重新打开这一页');
    expect(screen.getByText('内容')).toBeTruthy();
  });
});
