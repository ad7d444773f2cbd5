import Taro from '@tarojs/taro';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { goTo, replaceBy } from './navigation';

const opening = Taro.navigateTo as unknown as jest.Mock<(goal: object) => Promise<object>>;
const replacing = Taro.redirectTo as unknown as jest.Mock<(goal: object) => Promise<object>>;
const dialogue = Taro.showModal as unknown as jest.Mock<(said: object) => Promise<object>>;
const settled = () => new Promise((resolve) => setTimeout(resolve));
const stackOf = (...pages: readonly object[]) => void jest.spyOn(Taro, 'getCurrentPages').mockReturnValue(pages as never);

const built = process.env.TARO_ENV;
afterEach(() => {
  process.env.TARO_ENV = built;
  window.location.hash = '';
  jest.restoreAllMocks();
  for (const way of [opening, replacing]) way.mockReset().mockResolvedValue({});
});

describe('going to a page', () => {
  it('twice, by a second tap before it is there, opens it once; afterwards it opens again', async () => {
    process.env.TARO_ENV = 'weapp';
    goTo('payment', { paymentId: 'a' });
    goTo('payment', { paymentId: 'a' });
    expect(opening).toHaveBeenCalledTimes(1);
    await settled();
    goTo('payment', { paymentId: 'a' });
    goTo('payment', { paymentId: 'b' });
    expect(opening).toHaveBeenCalledTimes(3);
  });

  it('whose address a browser shows already, while the page itself is still on its way, opens nothing', () => {
    window.location.hash = '#/pages/account/messages/index';
    goTo('messages');
    expect(opening).not.toHaveBeenCalled();
  });

  it('beyond the ten that WeChat keeps open takes the place of the last one', async () => {
    process.env.TARO_ENV = 'weapp';
    opening.mockRejectedValue(new Error('navigateTo:fail webview count limit exceed'));
    stackOf(...Array.from({ length: 10 }, () => ({})));
    goTo('messages');
    await settled();
    expect(replacing).toHaveBeenCalledWith({ url: '/pages/account/messages/index' });
    expect(dialogue).not.toHaveBeenCalled();
  });

  it.each([
    ['opened', () => goTo('messages')],
    ['put in place of another', () => replaceBy('messages')],
  ])('that cannot be %s is said, with what to do, and can be tried again', async (_, go) => {
    process.env.TARO_ENV = 'weapp';
    for (const way of [opening, replacing]) way.mockRejectedValue(new Error('fail loadSubpackage'));
    go();
    await settled();
    go();
    await settled();
    expect(dialogue).toHaveBeenCalledTimes(2);
    expect(dialogue).toHaveBeenLastCalledWith({
      title: '这一页没有打开',
      content: '连上网络后再试一次。急用请带身份证或社保卡到医保经办窗口办理。',
      showCancel: false,
    });
  });
});

describe('a page that takes the place of this one', () => {
  const payment = (paymentId: string) => ({ route: 'pages/paying/payment/index', $taroParams: { paymentId } });

  it('is gone back to where it lies beneath, so that it is not there twice', () => {
    stackOf({}, payment('a'), { route: 'pages/paying/refund/index' });
    replaceBy('payment', { paymentId: 'a' });
    expect(Taro.navigateBack).toHaveBeenCalledTimes(1);
    expect(replacing).not.toHaveBeenCalled();
  });

  it.each([
    ['another one of its kind lies beneath', [payment('b'), {}]],
    ['nothing lies beneath', [{}]],
  ])('is opened where %s', (_, pages) => {
    stackOf(...pages);
    replaceBy('payment', { paymentId: 'a' });
    expect(replacing).toHaveBeenCalledWith({ url: '/pages/paying/payment/index?paymentId=a' });
  });
});
