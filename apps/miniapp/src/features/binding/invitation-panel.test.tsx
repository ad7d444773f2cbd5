import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { InvitationPanel } from './invitation-panel';

const invitation = binding({ myRole: 'relative', awaitsMe: true, state: 'proposed', stateText: '等待您确认', acceptBy: NOW });
const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const show = (behaviours: Behaviours) =>
  showTo(me(), <InvitationPanel bindingId={uuid(10)} onLeave={jest.fn()} />, { binding: () => ({ answer: invitation }), ...behaviours });

describe('an invitation', () => {
  it('is accepted only after it was read', async () => {
    const calls = await show({ acceptBinding: () => ({ answer: binding({ myRole: 'relative' }) }) });
    await tap('同意绑定');
    expect(calls.map(({ name }) => name)).not.toContain('acceptBinding');
    await act(async () => fireEvent.click(screen.getByRole('checkbox')));
    await tap('同意绑定');
    expect(screen.getByText('已同意绑定')).toBeTruthy();
  });

  it('is declined without ticking anything', async () => {
    await show({ declineBinding: () => ({ answer: binding({ myRole: 'relative', state: 'ended' }) }) });
    await tap('不同意');
    expect(screen.getByText('已选择不同意')).toBeTruthy();
  });

  it('says when it is too late', async () => {
    await show({ declineBinding: () => ({ refuse: 'BINDING_INVITATION_EXPIRED' }) });
    await tap('不同意');
    expect(screen.getByRole('alert').textContent).toContain('邀请已过期。');
  });

  it('reads the state again when no answer came', async () => {
    const calls = await show({ declineBinding: () => 'silence' });
    await tap('不同意');
    expect(screen.getByRole('alert').textContent).toContain('处理中，请勿重复办理');
    await tap('查看最新状态');
    expect(calls.map(({ name }) => name)).toEqual(['binding', 'declineBinding', 'binding']);
  });
});
