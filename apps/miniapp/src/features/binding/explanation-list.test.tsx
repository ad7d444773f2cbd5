import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { checkResult, explanation, rule } from '../../../test/support/fixtures';
import { ExplanationList } from './explanation-list';

const uses = [
  explanation(),
  explanation({
    about: 'drug',
    question: '买药能用我的个人账户付吗？',
    usable: false,
    checks: [
      checkResult(),
      checkResult({
        title: '打开的用途',
        result: 'no',
        code: 'BINDING_NO_USE_CHOSEN',
        text: '没有勾选买药。',
        nextStep: '可以在“修改”里勾选。',
        rule: rule({ text: '个人账户可以帮家人付：看病、买药。' }),
      }),
      checkResult({ title: '每次限额', result: 'unknown', text: '按没有限额处理。' }),
    ],
  }),
];
const tap = (name: RegExp) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

describe('why something can be used, and why not', () => {
  it('answers each question in a word, and names the obstacle without a tap', () => {
    render(<ExplanationList explanations={uses} />);
    expect(screen.getByText('能用')).toBeTruthy();
    expect(screen.getByText('不能用')).toBeTruthy();
    expect(screen.getByText('没有勾选买药。')).toBeTruthy();
    expect(screen.getByText('可以在“修改”里勾选。')).toBeTruthy();
    expect(screen.queryByText('双方的参保状态')).toBeNull();
  });

  it('lists every check with its result in words, its next step and its rule', async () => {
    render(<ExplanationList explanations={uses} />);
    await tap(/查了哪些：买药/);
    for (const word of ['符合', '不符合', '未查到公开规定']) expect(screen.getByText(word)).toBeTruthy();
    expect(screen.getByText('按没有限额处理。')).toBeTruthy();
    expect(screen.queryByText('个人账户可以帮家人付：看病、买药。')).toBeNull();
    await tap(/查看依据：个人账户可以/);
    expect(screen.getByText('个人账户可以帮家人付：看病、买药。')).toBeTruthy();
  });

  it('is unfolded after a refusal, for what does not work only', () => {
    render(<ExplanationList explanations={uses} unfolded />);
    expect(screen.getByText('打开的用途')).toBeTruthy();
    expect(screen.getAllByText('双方的参保状态')).toHaveLength(1);
  });

  it('says of a binding whether it can be made', () => {
    render(<ExplanationList explanations={[explanation({ about: 'bind', question: '能绑定这位亲属吗？', usable: false })]} />);
    expect(screen.getByText('不能办')).toBeTruthy();
  });
});
