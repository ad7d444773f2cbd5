import Taro from '@tarojs/taro';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fakeBff } from '../../../test/support/fake-bff';
import { keep } from '../platform/storage';
import { askToBeTold, forgetTemplates, prepareToAsk } from './subscribe';

// A build has one target; here it is WeChat for the length of this file.
const built = process.env.TARO_ENV;
beforeAll(() => {
  process.env.TARO_ENV = 'weapp';
});
afterAll(() => {
  process.env.TARO_ENV = built;
});

const dialogue = Taro.requestSubscribeMessage as unknown as jest.Mock<(given: object) => Promise<Readonly<Record<string, string>>>>;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const left = { money: 0, premium: 0, binding: 0, dates: 0 };
const templates = [
  { kind: 'premium' as const, templateId: 't-premium' },
  { kind: 'dates' as const, templateId: 't-dates' },
];

describe('being told by WeChat', () => {
  beforeEach(() => {
    forgetTemplates();
    dialogue.mockReset();
    keep('demoKey', 'chen-jianguo');
  });

  const prepared = async () => {
    const calls = fakeBff({ subscriptions: () => ({ answer: { templates, left } }), subscribe: () => ({ answer: { templates, left } }) });
    await prepareToAsk();
    return calls;
  };

  it('is asked for in the tap, and what was allowed goes to the BFF with a fresh code', async () => {
    const calls = await prepared();
    dialogue.mockResolvedValue({ 't-premium': 'accept', 't-dates': 'reject' });
    askToBeTold(['premium', 'dates', 'money']);
    expect(dialogue).toHaveBeenCalledWith({ tmplIds: ['t-premium', 't-dates'] });
    await settled();
    expect(calls.filter(({ name }) => name === 'subscribe').map(({ body }) => body)).toEqual([
      { kinds: ['premium'], code: 'demo-chen-jianguo' },
    ]);
  });

  it('counts a yes with the voice reminder, too', async () => {
    const calls = await prepared();
    dialogue.mockResolvedValue({ 't-premium': 'acceptWithAudio', 't-dates': 'filter' });
    askToBeTold(['premium', 'dates']);
    await settled();
    expect(calls.filter(({ name }) => name === 'subscribe')).toMatchObject([{ body: { kinds: ['premium'] } }]);
  });

  it('is not asked for again after a no, for a month', async () => {
    await prepared();
    dialogue.mockResolvedValue({ 't-premium': 'accept', 't-dates': 'reject' });
    askToBeTold(['premium', 'dates']);
    await settled();
    askToBeTold(['premium', 'dates']);
    expect(dialogue).toHaveBeenLastCalledWith({ tmplIds: ['t-premium'] });
    askToBeTold(['dates']);
    expect(dialogue).toHaveBeenCalledTimes(2);
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 24 * 3_600_000);
    askToBeTold(['dates']);
    expect(dialogue).toHaveBeenCalledTimes(3);
    now.mockRestore();
    await settled();
  });

  it('never holds up what the tap does, whatever WeChat says', async () => {
    const calls = await prepared();
    dialogue.mockRejectedValue({ errMsg: 'requestSubscribeMessage:fail main switch off' });
    expect(() => askToBeTold(['premium'])).not.toThrow();
    await settled();
    expect(calls.filter(({ name }) => name === 'subscribe')).toEqual([]);
  });

  it('is not asked for where there is no template, and not in a browser', async () => {
    fakeBff({ subscriptions: () => ({ answer: { templates: [], left } }) });
    await prepareToAsk();
    askToBeTold(['premium']);
    process.env.TARO_ENV = 'h5';
    await prepared();
    askToBeTold(['premium']);
    process.env.TARO_ENV = 'weapp';
    expect(dialogue).not.toHaveBeenCalled();
  });
});
