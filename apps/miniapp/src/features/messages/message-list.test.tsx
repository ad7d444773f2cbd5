import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo } from '../../../test/support/signed-in';
import { MessageList } from './message-list';

const message = { messageId: uuid(60), at: NOW, title: '代缴申请已提交', text: '为陈*兰申请代缴 ¥400.00。' };

describe('messages', () => {
  it('stand in full, with their time', async () => {
    const messages = [{ ...message, messageId: uuid(61), title: '医保码被扫描' }, message];
    await showTo(me(), <MessageList />, { messages: () => ({ answer: { messages } }) });
    expect(screen.getByText('代缴申请已提交')).toBeTruthy();
    expect(screen.getAllByText('为陈*兰申请代缴 ¥400.00。')).toHaveLength(2);
    expect(screen.getAllByText('2026年11月22日 10:00')).toHaveLength(2);
    expect(screen.getByText('医保码被扫描')).toBeTruthy();
  });

  it('say that there are none', async () => {
    await showTo(me(), <MessageList />, { messages: () => ({ answer: { messages: [] } }) });
    expect(screen.getByText('还没有消息')).toBeTruthy();
  });

  it('are asked for again when nobody answered', async () => {
    let tries = 0;
    await showTo(me(), <MessageList />, { messages: () => ((tries += 1) === 1 ? 'silence' : { answer: { messages: [message] } }) });
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新加载' })));
    expect(screen.getByText('代缴申请已提交')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
