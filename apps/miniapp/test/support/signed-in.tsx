import type { Me } from '@gongji/contract';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { logIn } from '@/shared/session/session';
import { Screen } from '@/shared/ui/screen';
import { type Behaviours, type Call, fakeBff } from './fake-bff';
import { me, NOW, uuid } from './fixtures';

export const TOKEN = 't'.repeat(43);
export const logsIn = (who: Me = me()) => ({ answer: { sessionId: uuid(9), token: TOKEN, expiresAt: NOW, me: who } });

/** A page with somebody in it. Gives the calls made after logging in. */
export async function showTo(who: Me, page: ReactElement, behaviours: Behaviours): Promise<Call[]> {
  const calls = fakeBff({ logIn: () => logsIn(who), ...behaviours });
  await act(async () => {
    await logIn('demo-chen-jianguo');
  });
  calls.length = 0;
  await act(async () => {
    render(<Screen title="页面">{page}</Screen>);
  });
  return calls;
}

export const tap = (name: string | RegExp, role = 'button') => act(async () => fireEvent.click(screen.getByRole(role, { name })));
