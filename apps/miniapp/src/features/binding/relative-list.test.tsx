import { describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, NOW, shareFundsGrant, showCodeGrant, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { EMPTY_DRAFT } from './add/draft';
import { keepDraft, NEW_RELATIVE } from './add/kept-draft';
import { RelativeList } from './relative-list';

const SHOW = '出示TA的医保码';
const PAY = '用我的个人账户帮TA付';
const isOn = (name: string) => screen.getByRole('switch', { name }).getAttribute('aria-checked');

const show = async (bindings: readonly ReturnType<typeof binding>[], behaviours: Behaviours = {}) => {
  const ways = { onOpen: jest.fn(), onAdd: jest.fn(), onWhy: jest.fn(), onOpenGrant: jest.fn(), onClose: jest.fn() };
  const calls = await showTo(me(), <RelativeList {...ways} />, {
    bindings: () => ({ answer: { bindings: [...bindings] } }),
    ...behaviours,
  });
  return { ...ways, calls };
};
/** A BFF that keeps what it was told: the list shows it when it is read again. */
const showKept = async (
  first: ReturnType<typeof binding>,
  after: ReturnType<typeof binding>,
  write: 'pauseGrant' | 'resumeGrant' | 'withdrawInvitation',
) => {
  let kept = first;
  const taken = () => {
    kept = after;
    return { answer: after };
  };
  return show([], { bindings: () => ({ answer: { bindings: [kept] } }), [write]: taken });
};
const paused = showCodeGrant({
  state: 'paused',
  stateText: '已暂停',
  reason: 'paused-by-owner',
  reasonText: '暂停',
  may: ['resume', 'close'],
});

describe('the list of relatives', () => {
  it('shows both switches of each relative, and says in words how they stand', async () => {
    await show([binding({ grants: [showCodeGrant()], mayOpen: ['share-funds'] })]);
    expect(screen.getByRole('switch', { name: SHOW }).textContent).toContain('已开启');
    expect(screen.getByRole('switch', { name: PAY }).textContent).toContain('未开启');
    expect([isOn(SHOW), isOn(PAY)]).toEqual(['true', 'false']);
  });

  it('puts an invitation that awaits me first, with its deadline', async () => {
    const waiting = binding({ bindingId: uuid(12), myRole: 'relative', awaitsMe: true, state: 'proposed', acceptBy: NOW });
    const { onOpen } = await show([binding(), waiting]);
    const first = screen.getAllByRole('button')[1];
    expect(first?.textContent).toContain('2026年11月22日 10:00 前有效');
    await act(async () => fireEvent.click(first ?? document.body));
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ bindingId: uuid(12) }));
  });

  it('offers the next step where nobody is bound', async () => {
    const { onAdd } = await show([]);
    await tap('绑定家人');
    expect(onAdd).toHaveBeenCalledTimes(1);
  });

  it('leads from the person to their page', async () => {
    const { onOpen } = await show([binding()]);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: /^陈\*兰/ })));
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('a switch in the list', () => {
  it('asks once in its place before it pauses, and shows the pause at once', async () => {
    const { calls } = await showKept(binding(), binding({ grants: [paused, shareFundsGrant()] }), 'pauseGrant');
    await tap(SHOW, 'switch');
    expect(screen.getByText('暂停后，您不能出示TA的医保码。随时可以恢复。')).toBeTruthy();
    expect(calls.map(({ name }) => name)).toEqual(['bindings']);
    await tap(`确认暂停：${SHOW}`);
    expect(calls.map(({ name, body }) => [name, body])).toEqual([
      ['bindings', undefined],
      ['pauseGrant', { kind: 'show-code' }],
      ['bindings', undefined],
    ]);
    expect([isOn(SHOW), isOn(PAY)]).toEqual(['false', 'true']);
    expect(screen.getByRole('switch', { name: SHOW }).textContent).toContain('已暂停');
  });

  it('does nothing when the pause is cancelled', async () => {
    const { calls } = await show([binding()]);
    await tap(PAY, 'switch');
    await tap(`取消：${PAY}`);
    expect(screen.queryByText(/暂停后/)).toBeNull();
    expect(calls).toHaveLength(1);
  });

  it('resumes a pause of mine by one tap', async () => {
    await showKept(binding({ grants: [paused] }), binding({ grants: [showCodeGrant()] }), 'resumeGrant');
    await tap(SHOW, 'switch');
    expect(isOn(SHOW)).toBe('true');
  });

  it('opens by the page that asks for a signature', async () => {
    const { onOpenGrant } = await show([binding({ grants: [showCodeGrant()], mayOpen: ['share-funds'] })]);
    await tap(PAY, 'switch');
    expect(onOpenGrant).toHaveBeenCalledWith(expect.objectContaining({ bindingId: uuid(10) }), 'share-funds');
  });

  it('says who can resume what the other side paused, and leads to why', async () => {
    const theirs = showCodeGrant({ ...paused, reason: 'paused-by-relative', may: ['close'] });
    const { onWhy, calls } = await show([binding({ grants: [theirs] })]);
    expect(screen.getByText('这是TA暂停的，只能由TA恢复。')).toBeTruthy();
    await tap(SHOW, 'switch');
    expect(calls).toHaveLength(1);
    await tap(`为什么：${SHOW}`);
    expect(onWhy).toHaveBeenCalledTimes(1);
  });

  it('waits with its deadline, and the invitation can be withdrawn', async () => {
    const proposed = showCodeGrant({ state: 'proposed', stateText: '等TA确认', reason: 'proposed', may: [] });
    const ended = showCodeGrant({ state: 'ended', stateText: '已关闭', reason: 'withdrawn', reasonText: '撤回邀请', may: [] });
    await showKept(
      binding({ grants: [proposed], acceptBy: NOW }),
      binding({ grants: [ended], mayOpen: ['show-code'] }),
      'withdrawInvitation',
    );
    expect(screen.getByText(/2026年11月22日 10:00 前有效/)).toBeTruthy();
    await tap(`撤回邀请：${SHOW}`);
    await tap(`确认撤回：${SHOW}`);
    expect(screen.getByRole('switch', { name: SHOW }).textContent).toMatch(/已关闭\s· 您撤回了邀请/);
  });

  it('says why a pause was refused, and reads how it stands', async () => {
    const { calls } = await show([binding()], { pauseGrant: () => ({ refuse: 'BINDING_STATE_CONFLICT' }) });
    await tap(SHOW, 'switch');
    await tap(`确认暂停：${SHOW}`);
    expect(screen.getByRole('alert').textContent).toContain('这条绑定现在的状态不能这样办理。');
    expect(calls.map(({ name }) => name)).toEqual(['bindings', 'pauseGrant', 'bindings']);
  });

  it('reads how it stands when no answer came, and shows that', async () => {
    let lost = false;
    const after = binding({ grants: [paused] });
    const { calls } = await show([], {
      bindings: () => ({ answer: { bindings: [lost ? after : binding()] } }),
      pauseGrant: () => {
        lost = true;
        return 'silence';
      },
    });
    await tap(SHOW, 'switch');
    await tap(`确认暂停：${SHOW}`);
    expect(calls.map(({ name }) => name)).toEqual(['bindings', 'pauseGrant', 'bindings']);
    expect(isOn(SHOW)).toBe('false');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that it does not know while nothing can be read', async () => {
    let silent = false;
    await show([], {
      bindings: () => (silent ? 'silence' : { answer: { bindings: [binding()] } }),
      pauseGrant: () => {
        silent = true;
        return 'silence';
      },
    });
    await tap(SHOW, 'switch');
    await tap(`确认暂停：${SHOW}`);
    expect(screen.getByText('处理中，请勿重复办理')).toBeTruthy();
    silent = false;
    await tap('查看现在的状态');
    expect(screen.queryByText('处理中，请勿重复办理')).toBeNull();
    expect(isOn(SHOW)).toBe('true');
  });
});

it('lets somebody who was bound pause, and close, in plain words', async () => {
  const theirs = binding({ myRole: 'relative', grants: [showCodeGrant({ may: ['pause', 'close'] }), shareFundsGrant({ may: [] })] });
  const { onClose } = await show([theirs], { pauseGrant: () => ({ answer: theirs }) });
  expect(screen.queryByRole('button', { name: '关闭：由TA的个人账户帮我付' })).toBeNull();
  await tap('暂停：由TA出示我的医保码');
  expect(screen.getByText('暂停后，TA不能出示您的医保码。随时可以恢复。')).toBeTruthy();
  await tap('取消：由TA出示我的医保码');
  await tap('关闭：由TA出示我的医保码');
  expect(onClose).toHaveBeenCalledWith(expect.anything(), 'show-code');
});

it('offers to go on with a new relative who was begun, by name, and with nobody else', async () => {
  const draft = { ...EMPTY_DRAFT, name: '陈桂兰' };
  keepDraft({ meId: me().personId, subject: NEW_RELATIVE }, { draft, step: 'consent', sentOn: null });
  const { onAdd } = await show([]);
  expect(screen.queryByText(/还没有填完/)).toBeNull();
  cleanup();
  keepDraft({ meId: me().personId, subject: NEW_RELATIVE }, { draft, step: 'grants', sentOn: null });
  await show([]);
  expect(onAdd).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: /绑定陈桂兰还没有填完.*接着填/ })).toBeTruthy();
});

it('says that the network is gone, and tries again on request', async () => {
  let silent = true;
  await show([], { bindings: () => (silent ? 'silence' : { answer: { bindings: [binding()] } }) });
  expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
  silent = false;
  await tap('重新加载');
  expect(screen.getByRole('button', { name: /陈\*兰/ })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
