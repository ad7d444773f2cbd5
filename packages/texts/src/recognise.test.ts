import { describe, expect, it } from '@jest/globals';
import { type ErrorCode, errorNextStep, errorText, type Facts, FUND_USE_TEXT, LIMIT_TEXT, REFUND_REASON_TEXT } from '@gongji/domain';
import { englishTexts } from './english';
import { englishSpeaker } from './recognise';

const say = englishSpeaker(englishTexts());

describe('a text that the service has filled', () => {
  it.each<[ErrorCode, Facts, string]>([
    [
      'BINDING_TOO_MANY_RELATIVES',
      { region: '广东省', limit: 5 },
      'In 广东省, one person’s account can be used by 5 relatives at a time, and yours is full.',
    ],
    [
      'BINDING_TOO_MANY_THIS_MONTH',
      { region: '广东省', limit: 1 },
      'In 广东省, one can bind 1 time a month for “Show their insurance code”, and yours are used up for this month.',
    ],
    ['PREMIUM_NOT_ENOUGH_BALANCE', { short: '¥120.50' }, 'The balance that can be shared is not enough; ¥120.50 is missing.'],
    ['PREMIUM_ALREADY_PAID', { year: 2027 }, 'This person’s resident insurance premium for 2027 was already paid.'],
  ])('%s is said in English with the same values', (code, facts, english) => {
    expect(say(errorText(code, facts))).toBe(english);
  });

  it('is said in English where the value stands in what to do next', () => {
    expect(say(errorNextStep('SERVICE_BUSY', { seconds: 1 }))).toBe('Nothing was changed. Please wait 1 second and try again.');
  });

  it('has the words of the domain among its values in English too', () => {
    expect(say(errorText('BINDING_USE_NOT_ALLOWED', { region: '广东省', use: FUND_USE_TEXT.device }))).toBe(
      'The rules of 广东省 do not have “Medical devices and supplies” among the uses of family sharing.',
    );
    expect(say(errorText('PREMIUM_REFUND_REASON_NOT_SHOWN', { reason: REFUND_REASON_TEXT.died }))).toContain(
      '“The insured person has died”',
    );
    expect(say(errorText('BINDING_CAP_REQUIRED', { region: '广东省', limit: `${LIMIT_TEXT.shared}、${LIMIT_TEXT['per-month']}` }))).toBe(
      '广东省 requires this to be set: a limit to what all relatives together can spend, a monthly limit for each relative.',
    );
  });

  it('is known fault by fault where a request has several', () => {
    const field = '“家人”这一项：不是本系统给出的编号；“年度”这一项：不能小于 2020';
    expect(say(errorText('REQUEST_INVALID', { field }))).toBe(
      'Something that was submitted is wrong: “Relative”: this is no number that this service gave; “year”: this must not be less than 2020',
    );
  });

  it('is the most particular one where two fit', () => {
    const speaker = englishSpeaker({ '{what}已暂停': '{what} paused', '{who}的医保码已暂停': 'Code of {who} paused' });
    expect(speaker('陈*国的医保码已暂停')).toBe('Code of 陈*国 paused');
  });

  it('is known sentence by sentence where several were joined', () => {
    const speaker = englishSpeaker({ '已扣 {amount}。': '{amount} taken.', '本月还剩 {left}。': '{left} left this month.' });
    expect(speaker('已扣 ¥1.00。本月还剩 ¥2.00。')).toBe('¥1.00 taken. ¥2.00 left this month.');
  });

  it.each(['陈*国', '广东省深圳市', '¥400.00', 'GJ-2026', '没有人写过的一句话。'])(
    '%s, which nobody has English for, stays as it is',
    (text) => expect(say(text)).toBe(text),
  );
});
