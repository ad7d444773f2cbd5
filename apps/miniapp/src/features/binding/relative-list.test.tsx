import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { binding, me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { RelativeList } from './relative-list';

const [showCode, shareFunds] = binding().grants;
if (showCode === undefined || shareFunds === undefined) throw new Error('the fixture has two grants');

const show = async (bindings: readonly ReturnType<typeof binding>[]) => {
  const onOpen = jest.fn();
  const onAdd = jest.fn();
  await showTo(me(), <RelativeList onOpen={onOpen} onAdd={onAdd} />, { bindings: () => ({ answer: { bindings: [...bindings] } }) });
  return { onOpen, onAdd };
};

describe('the list of relatives', () => {
  it('shows both switches of each relative, in words', async () => {
    await show([binding({ grants: [showCode] })]);
    const card = within(screen.getByRole('button', { name: /陈\*兰/ }));
    expect(card.getByText('出示TA的医保码').parentElement?.textContent).toContain('已开启');
    expect(card.getByText('用我的个人账户帮TA付').parentElement?.textContent).toContain('未开启');
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
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '绑定家人' })));
    expect(onAdd).toHaveBeenCalledTimes(1);
  });
});

it('says that the network is gone, and tries again on request', async () => {
  let silent = true;
  await showTo(me(), <RelativeList onOpen={jest.fn()} onAdd={jest.fn()} />, {
    bindings: () => (silent ? 'silence' : { answer: { bindings: [binding()] } }),
  });
  expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
  silent = false;
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新加载' })));
  expect(screen.getByRole('button', { name: /陈\*兰/ })).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});
