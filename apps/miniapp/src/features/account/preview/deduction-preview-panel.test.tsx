import type { DeductionPreview } from '@gongji/contract';
import { describe, expect, it } from '@jest/globals';
import { fen } from '@gongji/domain';
import { act, fireEvent, screen } from '@testing-library/react';
import { binding, guilan, leg, me, rule, uuid } from '../../../../test/support/fixtures';
import type { Behaviours } from '../../../../test/support/fake-bff';
import { later } from '../../../../test/support/later';
import { showTo, tap } from '../../../../test/support/signed-in';
import { DeductionPreviewPanel } from './deduction-preview-panel';

const answer = {
  legs: [
    {
      ...leg,
      payer: '陈建国',
      own: true,
      amountFen: fen(50_000),
      pots: [
        { pot: 'carriedOver' as const, amountFen: fen(30_000) },
        { pot: 'currentYear' as const, amountFen: fen(20_000) },
      ],
      limitText: '本人账户能用的都用了',
    },
    { payerId: uuid(5), payer: '陈*梅', own: false, amountFen: fen(0), skippedText: '没有勾选这项用途', pots: [], limitText: null },
  ],
  coveredFen: fen(50_000),
  cashFen: fen(31_250),
  orderRule: rule({ kind: 'deductionOrder', text: '先扣本人账户，再按绑定的先后扣各共济人。' }),
};
const show = (behaviours: Behaviours = {}) =>
  showTo(me(), <DeductionPreviewPanel />, {
    bindings: () => ({ answer: { bindings: [binding()] } }),
    previewDeduction: () => ({ answer }),
    ...behaviours,
  });

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^金额（元）/ });
const enter = (yuan: string) => act(async () => fireEvent.change(box(), { target: { value: yuan } }));
const ask = () => tap('试算会扣谁');

describe('现在付会扣谁', () => {
  it('shows each share in order, who is skipped and why, the cash, and the rule of the order', async () => {
    const calls = await show();
    await enter('812.5');
    await tap('看病', 'radio');
    await ask();
    expect(calls.at(-1)?.body).toEqual({ personId: uuid(1), amountFen: 81_250, use: 'care' });
    const shown = screen.getByRole('status').textContent ?? '';
    expect(shown).toContain('付 ¥812.50 会这样扣');
    expect(shown).toMatch(
      /1\..*陈建国（本人）¥500\.00历年账户 ¥300\.00当年账户 ¥200\.00本人账户能用的都用了2\..*陈\*梅¥0\.00不扣：没有勾选这项用途/,
    );
    expect(shown).toContain('还要付现金¥312.50');
    expect(shown).toContain('先扣本人账户，再按绑定的先后扣各共济人。');
  });

  it('says for a relative that other accounts are not mine to see', async () => {
    const calls = await show();
    await tap(/^陈\*兰/, 'radio');
    await enter('812.5');
    await ask();
    expect(calls.at(-1)?.body).toMatchObject({ personId: guilan.personId });
    expect(screen.getByText(/其他共济人有多少余额，您看不到/)).toBeTruthy();
    expect(screen.queryByText('还要付现金')).toBeNull();
  });

  it.each(['', '0', '0.00', '-5', '1.234', '1e3', 'abc'])('asks nobody about "%s" and says what to type', async (yuan) => {
    const calls = await show();
    await enter(yuan);
    await ask();
    expect(screen.getByRole('alert').textContent).toContain('请输入大于 0 的金额');
    expect(box().getAttribute('aria-invalid')).toBe('true');
    expect(calls.filter(({ name }) => name === 'previewDeduction')).toHaveLength(0);
  });

  it('keeps what was typed when it is refused', async () => {
    await show({ previewDeduction: () => ({ refuse: 'BINDING_NOT_FOUND' }) });
    await enter('120.50');
    await ask();
    expect(screen.getByRole('alert').textContent).toContain('代码 B005');
    expect(box().value).toBe('120.50');
  });

  it('asks again after silence, because nothing was taken', async () => {
    let tries = 0;
    await show({ previewDeduction: () => ((tries += 1) === 1 ? 'silence' : { answer }) });
    await enter('120.50');
    await ask();
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    await ask();
    expect(screen.getByText('付 ¥120.50 会这样扣')).toBeTruthy();
  });

  it('takes the answer away when the question changes', async () => {
    await show();
    await enter('120.50');
    await ask();
    await enter('120.5');
    expect(screen.queryByText(/会这样扣/)).toBeNull();
  });

  it('shows no answer to a question that changed while it was on its way', async () => {
    const { answer: late, come } = later<{ readonly answer: DeductionPreview }>();
    await show({ previewDeduction: () => late });
    await enter('120.50');
    await ask();
    await tap(/^陈\*兰/, 'radio');
    await act(async () => come({ answer }));
    expect(screen.queryByText(/会这样扣/)).toBeNull();
    expect(screen.getByRole('button', { name: '试算会扣谁' })).toBeTruthy();
  });

  it('leaves out relatives whom my account does not serve', async () => {
    const [showCode] = binding().grants;
    if (showCode === undefined) throw new Error('the fixture has two grants');
    const other = { ...guilan, maskedName: '李*芳' };
    const bindings = [
      binding({ grants: [showCode] }),
      binding({ bindingId: uuid(11), state: 'ended', other }),
      binding({ bindingId: uuid(12), myRole: 'relative', other }),
    ];
    await show({ bindings: () => ({ answer: { bindings } }) });
    expect(screen.getAllByRole('radio', { name: /^(陈建国|陈\*兰|李\*芳)/ })).toHaveLength(1);
  });
});
