import { describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { fakeBff } from '../../../test/support/fake-bff';
import { later } from '../../../test/support/later';
import { logsIn } from '../../../test/support/signed-in';
import { logIn, logOut } from './session';
import { useUnread, useUnreadLook } from './unread';

describe('the number of unread messages', () => {
  it.each([
    ['shown to whom it was asked for', async () => undefined, 5],
    ['nobody’s where it was on its way at a log-out', logOut, 0],
    ['not that of who has logged in since', async () => logIn('demo-zhou-an'), 0],
  ])('is %s', async (_, meanwhile, shown) => {
    const { answer, come } = later<{ readonly answer: { readonly count: number } }>();
    fakeBff({ logIn: () => logsIn(), logOut: () => ({ answer: {} }), unreadMessages: () => answer });
    await logIn('demo-chen-jianguo');
    const { result, unmount } = renderHook(() => {
      useUnreadLook(true);
      return useUnread();
    });
    await act(async () => void (await meanwhile()));
    await act(async () => come({ answer: { count: 5 } }));
    expect(result.current).toBe(shown);
    unmount();
  });
});
