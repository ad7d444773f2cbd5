import { expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { logIn } from '@/shared/session/session';
import { fakeBff } from '../../../../test/support/fake-bff';
import { logsIn } from '../../../../test/support/signed-in';
import { useDraft } from './use-draft';

it('keeps both of two changes that come before the page is drawn again', async () => {
  fakeBff({ logIn: () => logsIn() });
  await act(async () => logIn('demo-chen-jianguo'));
  const { result } = renderHook(() => useDraft({ kind: 'new' }));
  const { change } = result.current;
  act(() => {
    change({ name: '陈桂兰' });
    change({ relation: 'parent' });
  });
  expect(result.current.draft).toMatchObject({ name: '陈桂兰', relation: 'parent' });
});
