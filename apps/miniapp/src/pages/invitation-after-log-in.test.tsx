import { describe, expect, it } from '@jest/globals';
import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { phoneStorage, setPageQuery } from '../../test/stubs/taro';
import { type Behaviours, fakeBff } from '../../test/support/fake-bff';
import { binding, me, uuid } from '../../test/support/fixtures';
import { privacyText } from '../../test/support/privacy-fixtures';
import { logsIn, showTo, TOKEN } from '../../test/support/signed-in';
import { resumeSession } from '@/shared/session/session';
import InvitationPage from './family/invitation';
import LogInPage from './log-in';

const INVITATION = '/pages/family/invitation/index';
const invited = binding({ myRole: 'relative', state: 'proposed', awaitsMe: true });
const BY: readonly (readonly [by: string, query: Readonly<Record<string, string>>, address: string])[] = [
  ['the token that was sent', { token: 'A'.repeat(22) }, `${INVITATION}?token=${'A'.repeat(22)}`],
  ['its binding', { bindingId: uuid(10) }, `${INVITATION}?bindingId=${uuid(10)}`],
];

/** The link is opened in whatever state the phone is in. */
const openLink = async (query: Readonly<Record<string, string>>) => {
  setPageQuery(query);
  await act(async () => void render(<InvitationPage />));
};
/** Through WeChat's own log-in, by somebody who agrees on the way. */
const logInThere = async (behaviours: Behaviours = {}) => {
  cleanup();
  let agreed = false;
  const logIn: Behaviours['logIn'] = ({ body }) => {
    agreed = (body as { readonly consentVersion?: string }).consentVersion !== undefined;
    return agreed ? logsIn() : { refuse: 'PRIVACY_CONSENT_REQUIRED' };
  };
  fakeBff({ logIn, privacyText: () => ({ answer: privacyText() }), ...behaviours });
  phoneStorage.set('demo-key', 'chen-jianguo');
  await act(async () => resumeSession());
  await act(async () => void render(<LogInPage />));
  await act(async () => fireEvent.click(screen.getByRole('checkbox')));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '同意并登录' })));
  expect(agreed).toBe(true);
};

describe('who opens an invitation and has to log in first', () => {
  it.each(BY)('lands at it after agreeing and logging in: %s', async (_, query, address) => {
    fakeBff({});
    await act(async () => resumeSession());
    await openLink(query);
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/log-in/index' });
    await logInThere();
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: address });
  });

  it.each(BY)('lands at it also where the session on the phone turns out to be over: %s', async (_, query, address) => {
    await showTo(me(), <></>, {});
    cleanup();
    phoneStorage.set('token', TOKEN);
    fakeBff({
      me: () => ({ refuse: 'SESSION_EXPIRED' }),
      openInvitation: () => ({ refuse: 'SESSION_EXPIRED' }),
      binding: () => ({ refuse: 'SESSION_EXPIRED' }),
    });
    await openLink(query);
    expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/log-in/index' });
    await logInThere();
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: address });
  });

  it.each(BY)('does not come back to one that was answered about: %s', async (_, query) => {
    const answer = () => ({ answer: invited });
    await showTo(me(), <></>, {});
    cleanup();
    fakeBff({
      openInvitation: answer,
      binding: answer,
      consent: () => ({ answer: { version: 'v1', title: '告知书', paragraphs: ['第一段'] } }),
    });
    await openLink(query);
    expect(phoneStorage.get('invitation')).toBeUndefined();
  });
});
