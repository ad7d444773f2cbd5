import { describe, expect, it } from '@jest/globals';
import { ERRORS, type ErrorCode, errorNextStep, errorText } from '@gongji/domain';
import { render } from '@testing-library/react';
import { uuid } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import { Refused, Unknown } from './outcome';

/** TA is how a relative is called in the whole product; a region's own name of a payment starts with GJ. */
const ENGLISH = /[A-Za-z]{2,}/g;
const SAID = new Set(['TA']);
const wordsOf = (text: string) => (text.match(ENGLISH) ?? []).filter((word) => !SAID.has(word));

/** Told to the programs of institutions, on no screen of ours. */
const TO_PROGRAMS = /^(INSTITUTION|ENVELOPE|TRANSACTION|MESSAGE|CREDENTIAL|REVERSAL)/;
const codes = (Object.keys(ERRORS) as ErrorCode[]).filter((code) => !TO_PROGRAMS.test(code));

const refusal = (code: string) => ({
  code,
  text: errorText(code as ErrorCode),
  nextStep: errorNextStep(code as ErrorCode),
  requestId: uuid(77),
  fields: [],
});

describe('a refusal on the screen', () => {
  it.each(codes)('%s is told without an English word', (code) => {
    const { container } = render(<Refused refusal={refusal(code)} />);
    expect(wordsOf(container.textContent ?? '')).toEqual([]);
    expect(container.textContent).toMatch(/代码 [A-Z]\d{3}编号 \d{4} \d{4} \d{4}$/);
  });

  it('leaves out the number of a refusal that this version does not know', () => {
    const { container } = render(<Refused refusal={{ ...refusal('CODE_INVALID'), code: 'FROM_A_NEWER_SERVER', requestId: null }} />);
    expect(container.textContent).not.toContain('代码');
  });
});

describe('an unknown outcome on the screen', () => {
  it('has a reference that can be read out', () => {
    const { container } = render(<Unknown reference={uuid(77)} button="查看结果" onTap={() => undefined} />);
    expect(container.textContent).toMatch(/编号 \d{4} \d{4} \d{4}/);
    expect(wordsOf(container.textContent ?? '')).toEqual([]);
  });
});

describe('a refusal on the screen in English', () => {
  drawsInEnglish();

  it('has the values that the service filled in', () => {
    const facts = { region: '广东省', limit: 3 };
    const text = errorText('BINDING_TOO_MANY_THIS_MONTH', facts);
    const { container } = render(<Refused refusal={{ ...refusal('BINDING_TOO_MANY_THIS_MONTH'), text }} />);
    expect(container.textContent).toContain(
      'In 广东省, one can bind 3 times a month for “Show their insurance code”, and yours are used up for this month.',
    );
    expect(chineseOnPage()).toEqual([]);
  });

  /** A counter is told in Chinese. */
  const toCounter = /^(CODE_INVALID|PATIENT_UNKNOWN|SETTLEMENT_(?!NOT_FOUND))/;
  it.each(codes.filter((code) => !toCounter.test(code)))('%s is told without a Chinese word', (code) => {
    render(<Refused refusal={refusal(code)} />);
    expect(chineseOnPage()).toEqual([]);
  });
});
