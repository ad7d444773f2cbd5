import Taro from '@tarojs/taro';
import type { Message } from '@gongji/contract';
import { englishTexts } from '@gongji/texts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { showUnread } from '@/shared/session/unread';
import { speakChinese, speakEnglish } from '@/shared/text/say';
import { chineseOnPage } from '../../../test/support/in-english';
import { me, NOW, uuid } from '../../../test/support/fixtures';
import { showTo, tap } from '../../../test/support/signed-in';
import { showPageAgain } from '../../../test/stubs/taro';
import { MessageList } from './message-list';

const message: Message = {
  messageId: uuid(60),
  at: NOW,
  title: '代缴申请已提交',
  text: '为陈*兰申请代缴 ¥400.00。',
  kind: 'premium',
  read: true,
  about: null,
};
const inbox = (messages: readonly Message[], nextCursor: string | null = null) => ({ answer: { messages: [...messages], nextCursor } });
const onOpen = jest.fn();
const many = Array.from({ length: 9 }, (_, index) => ({ ...message, messageId: uuid(60 + index) }));

describe('messages', () => {
  beforeEach(() => showUnread(0));
  afterEach(speakChinese);

  it('stand in full, with their time', async () => {
    const messages = [{ ...message, messageId: uuid(61), title: '医保码被扫描' }, message];
    await showTo(me(), <MessageList onOpen={onOpen} />, { messages: () => inbox(messages) });
    expect(screen.getByText('代缴申请已提交')).toBeTruthy();
    expect(screen.getAllByText('为陈\u2060*\u2060兰申请代缴 ¥400.00。')).toHaveLength(2);
    expect(screen.getAllByText('2026年11月22日 10:00')).toHaveLength(2);
    expect(screen.getByText('医保码被扫描')).toBeTruthy();
  });

  it('lead to what they are about, where the reader may open that', async () => {
    const about = { kind: 'payment', id: uuid(30) } as const;
    await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: () => inbox([{ ...message, messageId: uuid(61), about }, message]),
    });
    expect(screen.getAllByText('去看看')).toHaveLength(1);
    await tap('去看看：代缴申请已提交');
    expect(onOpen).toHaveBeenCalledWith(about);
  });

  it('say that there are none', async () => {
    await showTo(me(), <MessageList onOpen={onOpen} />, { messages: () => inbox([]) });
    expect(screen.getByText('还没有消息')).toBeTruthy();
  });

  it('come page by page, and nobody is told as having seen more than the newest', async () => {
    const calls = await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: ({ query }) =>
        query.includes('cursor') ? inbox([{ ...message, messageId: uuid(59), title: '绑定已生效' }]) : inbox(many, many[8]?.messageId),
    });
    expect(screen.queryByText('绑定已生效')).toBeNull();
    await tap('更早的消息');
    expect(calls.at(-1)).toMatchObject({ name: 'messages', query: `limit=100&cursor=${uuid(68)}` });
    expect(screen.getByText('绑定已生效')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更早的消息' })).toBeNull();
  });

  it('are asked for again when nobody answered', async () => {
    let tries = 0;
    await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: () => ((tries += 1) === 1 ? 'silence' : inbox([message])),
    });
    expect(screen.getByRole('alert').textContent).toContain('暂时连不上服务');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '重新加载' })));
    expect(screen.getByText('代缴申请已提交')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that are new say so, are told as seen once, up to the newest, and take the number off the tab', async () => {
    const messages = [{ ...message, messageId: uuid(62), read: false }, message];
    const calls = await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: () => inbox(messages),
      markMessagesRead: () => ({ answer: { count: 0 } }),
    });
    expect(screen.getAllByText('未读')).toHaveLength(1);
    const told = calls.filter(({ name }) => name === 'markMessagesRead');
    expect(told.map(({ body }) => body)).toEqual([{ upTo: uuid(62) }]);
    expect(Taro.removeTabBarBadge).toHaveBeenCalledWith({ index: 3 });
  });

  it('are told as seen again with the next reading where nobody answered that', async () => {
    const messages = [{ ...message, messageId: uuid(63), read: false }];
    let tries = 0;
    const calls = await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: () => inbox(messages),
      markMessagesRead: () => ((tries += 1) === 1 ? 'silence' : { answer: { count: 0 } }),
    });
    await act(async () => showPageAgain());
    await act(async () => showPageAgain());
    expect(calls.filter(({ name }) => name === 'markMessagesRead').map(({ body }) => body)).toEqual([
      { upTo: uuid(63) },
      { upTo: uuid(63) },
    ]);
  });

  it('are filtered by kind where they are many, and of one kind nothing is told as seen', async () => {
    const calls = await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: ({ query }) => inbox(query.includes('kind') ? [{ ...message, read: false }] : many),
    });
    await tap('筛选：全部');
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: '代缴' })));
    expect(calls.at(-1)).toMatchObject({ name: 'messages', query: 'limit=100&kind=premium' });
    expect(screen.getByText('未读')).toBeTruthy();
    expect(calls.filter(({ name }) => name === 'markMessagesRead')).toEqual([]);
  });

  it('say no Chinese word of their own on a phone that speaks English', async () => {
    const messages = many.map((each, index) => ({ ...each, read: index > 0 }));
    speakEnglish({ version: 'first', texts: englishTexts() });
    await showTo(me(), <MessageList onOpen={onOpen} />, {
      messages: () => inbox(messages),
      markMessagesRead: () => ({ answer: { count: 0 } }),
    });
    await tap('Showing: All');
    expect(screen.getByText('New')).toBeTruthy();
    expect(screen.getAllByText('22 Nov 2026 10:00')).toHaveLength(many.length);
    expect(chineseOnPage(message.title, message.text)).toEqual([]);
  });
});
