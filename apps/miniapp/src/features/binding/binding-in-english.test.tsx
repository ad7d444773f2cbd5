import type { BindingView } from '@gongji/contract';
import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import type { Behaviours } from '../../../test/support/fake-bff';
import {
  binding,
  checkResult,
  deductionOrder,
  explanation,
  me,
  NOW,
  sharedLimit,
  shareFundsGrant,
  showCodeGrant,
  unbindPreview,
  uuid,
} from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { LimitPanel } from './limit-panel';
import { OrderPanel } from './order-panel';
import { RelativeDetail } from './relative-detail';
import { RelativeList } from './relative-list';
import { UnbindPanel } from './unbind-panel';

/** As the fixtures have it, in other words than the service. */
const MADE_UP = [
  '已生效',
  '双方的参保状态',
  '每次限额',
  '双方都正常参保。',
  '看病能用我的个人账户付吗？',
  '所有亲属一共最多用这么多。',
  ...unbindPreview().effects,
];

/** Draws it, and gives the Chinese that is left on it. */
const leftOn = async (page: ReactElement, behaviours: Behaviours) => {
  await showTo(me(), page, behaviours);
  return chineseOnPage(...MADE_UP);
};

const paused = showCodeGrant({ state: 'paused', stateText: '已暂停', reason: 'paused-by-relative', reasonText: '暂停', may: ['close'] });
const expired = shareFundsGrant({ state: 'ended', stateText: '已关闭', reason: 'withdrawn', reasonText: '撤回邀请', may: [] });
const proposed = showCodeGrant({ state: 'proposed', stateText: '等待确认', reason: 'proposed', may: [] });
const bindings: readonly BindingView[] = [
  binding({ rules: [] }),
  binding({ bindingId: uuid(11), grants: [paused, expired] }),
  binding({ bindingId: uuid(12), grants: [proposed], acceptBy: NOW }),
  binding({ bindingId: uuid(13), myRole: 'relative' }),
  binding({ bindingId: uuid(14), myRole: 'relative', awaitsMe: true, state: 'proposed', acceptBy: NOW }),
  binding({ bindingId: uuid(15), state: 'ended' }),
];

describe('what stands between two people, on a phone that speaks English', () => {
  drawsInEnglish();

  it('is listed without a Chinese word, whatever stands on it', async () => {
    const ways = { onOpen: jest.fn(), onAdd: jest.fn(), onWhy: jest.fn(), onOpenGrant: jest.fn(), onClose: jest.fn() };
    const left = await leftOn(<RelativeList {...ways} />, { bindings: () => ({ answer: { bindings: [...bindings] } }) });
    expect(left).toEqual([]);
    expect(screen.getByText('Relatives you have bound')).toBeTruthy();
    expect(screen.getAllByText(/Valid until 22 Nov 2026 10:00/)).toHaveLength(2);
    expect(screen.getByText('They paused this, and only they can resume it.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Withdraw the invitation: Show their insurance code' })).toBeTruthy();
  });

  it('is told one by one without a Chinese word', async () => {
    const shown = binding({ rules: [], grants: [paused, shareFundsGrant({ place: 2 })] });
    const asked = explanation({ usable: false, checks: [checkResult(), checkResult({ title: '每次限额', result: 'no' })] });
    const limit = sharedLimit();
    const ways = {
      onAnswer: jest.fn(),
      onUnbind: jest.fn(),
      onChange: jest.fn(),
      onOpenGrant: jest.fn(),
      onOrder: jest.fn(),
      onLimit: jest.fn(),
    };
    const left = await leftOn(<RelativeDetail bindingId={uuid(10)} atExplanation={false} {...ways} />, {
      binding: () => ({ answer: shown }),
      explainBinding: () => ({ answer: { explanations: [asked] } }),
      sharedLimit: () => ({ answer: limit }),
    });
    expect(left).toEqual([]);
    expect(screen.getByText('They paused it')).toBeTruthy();
    expect(screen.getByText('At most ¥500.00 each time and ¥2,000.00 a month')).toBeTruthy();
    expect(screen.getByText('Number 2')).toBeTruthy();
    await tap(new RegExp(`^See what was checked \\(\\d+ points?\\): ${asked.question.replace('？', '.')}`));
    expect(chineseOnPage(...MADE_UP)).toEqual([]);
  });

  it('has an order of payers without a Chinese word', async () => {
    const order = deductionOrder({ rule: null });
    const left = await leftOn(<OrderPanel />, { deductionOrder: () => ({ answer: order }) });
    expect(left).toEqual([]);
    expect(screen.getByText('Number 1 of your relatives · 梅州市')).toBeTruthy();
  });

  it.each(['limit', 'quota', 'pool'] as const)('has a %s for all relatives without a Chinese word', async (kind) => {
    const limit = sharedLimit({ kind, rules: [] });
    const left = await leftOn(<LimitPanel />, { sharedLimit: () => ({ answer: limit }) });
    expect(left).toEqual([]);
    await act(async () => fireEvent.input(screen.getByRole('textbox'), { target: { value: '1' } }));
    await act(async () => fireEvent.click(screen.getAllByRole('button').at(-1) ?? document.body));
    expect(screen.getByText('It cannot be less than the ¥500.00 that your relatives have used')).toBeTruthy();
  });

  it.each([null, 'show-code', 'share-funds'] as const)('ends (%s) without a Chinese word', async (kind) => {
    const preview = unbindPreview();
    const ways = { onLeave: jest.fn(), onOpenPayment: jest.fn(), onCloseInstead: jest.fn() };
    const left = await leftOn(<UnbindPanel bindingId={uuid(10)} kind={kind} {...ways} />, {
      binding: () => ({ answer: binding() }),
      unbindPreview: () => ({ answer: preview }),
      unbind: () => ({ answer: binding() }),
      closeGrant: () => ({ answer: binding() }),
    });
    expect(left).toEqual([]);
    await tap(kind === null ? 'Unbind' : 'Switch it off');
    expect(screen.getByText(kind === null ? 'Unbound' : 'Switched off')).toBeTruthy();
    expect(chineseOnPage(...MADE_UP)).toEqual([]);
  });
});
