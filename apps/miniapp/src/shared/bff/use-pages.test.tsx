import type { MessageKind } from '@gongji/domain';
import { describe, expect, it } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { showPageAgain } from '../../../test/stubs/taro';
import { fakeBff } from '../../../test/support/fake-bff';
import { NOW, uuid } from '../../../test/support/fixtures';
import { tap } from '../../../test/support/signed-in';
import { usePages } from './use-pages';

const Titles = ({ kind }: { readonly kind: MessageKind }) => {
  const { items, turnPage } = usePages('messages', { query: { kind }, itemsOf: ({ messages }) => messages });
  return <button onClick={() => void turnPage()}>{items.map(({ title }) => title).join(' ')}</button>;
};

/** Of each kind a newest page and an older one, named by the kind and, the newest, by how often it was read. */
const answerPages = () => {
  let reads = 0;
  fakeBff({
    messages: ({ query }) => {
      const [, kind = ''] = /kind=(\w+)/.exec(query) ?? [];
      const isOlder = query.includes('cursor=');
      if (!isOlder) reads += 1;
      const title = isOlder ? `${kind}-older` : `${kind}-${reads}`;
      const message = { messageId: uuid(60), at: NOW, title, text: '', kind: 'money', read: true, about: null } as const;
      return { answer: { messages: [message], nextCursor: isOlder ? null : uuid(61) } };
    },
  });
};

describe('older pages', () => {
  it('stand below the newest, and go with it where it is read again or another is asked for', async () => {
    answerPages();
    const { rerender } = render(<Titles kind="money" />);
    await act(async () => undefined);
    await tap('money-1');
    expect(screen.getByRole('button').textContent).toBe('money-1 money-older');
    await act(async () => showPageAgain());
    expect(screen.getByRole('button').textContent).toBe('money-2');
    await tap('money-2');
    await act(async () => rerender(<Titles kind="premium" />));
    expect(screen.getByRole('button').textContent).toBe('premium-3');
  });
});
