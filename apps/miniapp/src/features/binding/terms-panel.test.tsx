import { describe, expect, it, jest } from '@jest/globals';
import { fen, plainDate } from '@gongji/domain';
import type { BindingView } from '@gongji/contract';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { addressOf, lastAnswer } from '@/shared/bff/answers';
import { Screen } from '@/shared/ui/screen';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, explanation, me, policyView, rule, shareFundsGrant, showCodeGrant, uuid } from '../../../test/support/fixtures';
import { later } from '../../../test/support/later';
import { paste } from '../../../test/support/paste';
import { showTo, tap } from '../../../test/support/signed-in';
import type { GrantKind } from './binding-text';
import { TermsPanel } from './terms-panel';

const field = (label: string) => screen.getByRole('textbox', { name: new RegExp(`^${label}`) });
const fill = (label: string, value: string) => act(async () => fireEvent.change(field(label), { target: { value } }));

const show = async (behaviours: Behaviours = {}, kind: GrantKind = 'share-funds') => {
  const onLeave = jest.fn();
  const calls = await showTo(me(), <TermsPanel bindingId={uuid(10)} kind={kind} onLeave={onLeave} />, {
    binding: () => ({ answer: binding() }),
    policy: () => ({ answer: policyView() }),
    explainBinding: () => ({ answer: { explanations: [explanation({ usable: false })] } }),
    ...behaviours,
  });
  const sent = () => calls.filter(({ name }) => name === 'changeTerms');
  return { calls, sent, onLeave };
};

describe('the terms of a switch', () => {
  it('start as they stand, and are not sent unchanged', async () => {
    const { sent } = await show();
    expect(field('单次限额')).toHaveProperty('value', '500');
    expect(screen.getByRole('checkbox', { name: '看病' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByText('和现在的内容一样，还没有改动。')).toBeTruthy();
    await tap('保存修改');
    expect(sent()).toHaveLength(0);
  });

  it('offer the uses that the region lists, and those that are on already', async () => {
    await show({ binding: () => ({ answer: binding({ grants: [shareFundsGrant({ uses: ['ltc-premium'] })] }) }) });
    expect(screen.getAllByRole('checkbox').map(({ textContent }) => textContent)).toEqual([
      '看病',
      '买药',
      '医疗器械和耗材',
      '居民医保费',
      '长护险保费',
    ]);
  });

  it('send the one switch that was changed, and show what holds now', async () => {
    const changed = binding({ grants: [shareFundsGrant({ capPerPaymentFen: fen(80_000), uses: ['care', 'drug', 'premium'] })] });
    const { sent } = await show({ changeTerms: () => ({ answer: changed }) });
    await tap('买药', 'checkbox');
    await fill('单次限额', '800');
    await tap('保存修改');
    expect(sent()[0]?.body).toEqual({
      showCode: null,
      shareFunds: {
        uses: ['care', 'premium', 'drug'],
        capPerPaymentFen: 80_000,
        capPerMonthFen: 200_000,
        startsOn: '2026-11-22',
        endsOn: null,
        place: null,
      },
    });
    expect(screen.getByText('已修改')).toBeTruthy();
    expect(screen.getByText('每次不超过 ¥800.00，每月不超过 ¥2,000.00')).toBeTruthy();
  });

  it('of a shown code are its last day only', async () => {
    const { sent } = await show({ changeTerms: () => ({ answer: binding() }) }, 'show-code');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await tap('到指定日期', 'radio');
    // As somebody copied it.
    await paste('截止日期', '  2027-12-31');
    await tap('保存修改');
    expect(sent()[0]?.body).toEqual({ showCode: { endsOn: plainDate('2027-12-31') }, shareFunds: null });
  });

  it('are asked for where the region asks for them', async () => {
    const asks = { ...policyView().asks, requiredLimits: ['per-month' as const], endDateRequired: true, placeRequired: true };
    const rules = [rule({ kind: 'grantEndDate', text: '家庭共济要填写结束日期。' })];
    const { sent } = await show({ policy: () => ({ answer: policyView({ asks, rules }) }) });
    expect(screen.getByRole('button', { name: '查看依据：家庭共济要填写结束日期。' })).toBeTruthy();
    expect(screen.queryByRole('radio', { name: /^长期/ })).toBeNull();
    await fill('每月限额', '');
    await tap('保存修改');
    const summary = screen.getByRole('alert').textContent;
    for (const text of ['有 3 处需要改正', '要求填写每月限额', '要求填写截止日期', '请填 1 到 9']) expect(summary).toContain(text);
    expect(sent()).toHaveLength(0);
  });

  it('name each field that cannot be read', async () => {
    await show();
    await fill('单次限额', '3000');
    await tap('到指定日期', 'radio');
    await fill('截止日期', '2026-11-22');
    await tap('保存修改');
    const summary = screen.getByRole('alert').textContent;
    expect(summary).toContain('单次限额不能大于每月限额');
    expect(summary).toContain('今天和开始日期之后的日期');
  });

  it('stay as typed when they are refused, with the reason and what can be used now', async () => {
    await show({ changeTerms: () => ({ refuse: 'BINDING_TERMS_NEED_CONSENT' }) });
    await fill('单次限额', '800');
    await tap('保存修改');
    expect(screen.getByRole('alert').textContent).toContain('这样改要TA同意。');
    expect(field('单次限额')).toHaveProperty('value', '800');
    expect(screen.getByText('不能用')).toBeTruthy();
  });

  it('are read again when no answer came, and are not sent twice', async () => {
    let lost = false;
    const after = binding({ grants: [showCodeGrant(), shareFundsGrant({ capPerPaymentFen: fen(80_000) })] });
    const { sent } = await show({
      binding: () => ({ answer: lost ? after : binding() }),
      changeTerms: () => {
        lost = true;
        return 'silence';
      },
    });
    await fill('单次限额', '800');
    await tap('保存修改');
    await tap('保存修改');
    expect(sent()).toHaveLength(1);
    await tap('查看现在的内容');
    expect(field('单次限额')).toHaveProperty('value', '800');
    expect(screen.getByText('和现在的内容一样，还没有改动。')).toBeTruthy();
  });

  it('that nobody touched follow the newest reading, and saving brings no older ones back', async () => {
    const newest = later<{ readonly answer: BindingView }>();
    let isSecond = false;
    const { sent, onLeave } = await show({
      binding: () => (isSecond ? newest.answer : { answer: binding() }),
      changeTerms: () => ({ answer: binding() }),
    });
    cleanup();
    isSecond = true;
    await act(async () => {
      render(
        <Screen title="页面">
          <TermsPanel bindingId={uuid(10)} kind="share-funds" onLeave={onLeave} />
        </Screen>,
      );
    });
    await tap('买药', 'checkbox');
    await act(async () => newest.come({ answer: binding({ grants: [shareFundsGrant({ capPerPaymentFen: fen(10_000) })] }) }));
    expect(field('单次限额')).toHaveProperty('value', '100');
    await tap('保存修改');
    expect(sent()[0]?.body).toMatchObject({ shareFunds: { capPerPaymentFen: 10_000, uses: ['care', 'premium', 'drug'] } });
  });

  it('once saved, are what the form opens with again before anybody has read them', async () => {
    const changed = binding({ grants: [shareFundsGrant({ capPerPaymentFen: fen(80_000) })] });
    await show({ changeTerms: () => ({ answer: changed }) });
    await fill('单次限额', '800');
    await tap('保存修改');
    expect(lastAnswer(addressOf('binding', { path: { bindingId: uuid(10) } }))?.answer).toEqual(changed);
  });

  it('cannot be changed by somebody who may not', async () => {
    await show({ binding: () => ({ answer: binding({ grants: [shareFundsGrant({ may: ['close'] })] }) }) });
    expect(screen.getByText('现在不能修改。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '保存修改' })).toBeNull();
  });
});
