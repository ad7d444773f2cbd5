import { describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { Behaviours } from '../../../test/support/fake-bff';
import { binding, me, NOW, shareFundsGrant, showCodeGrant, uuid } from '../../../test/support/fixtures';
import { chineseOnPage, drawsInEnglish } from '../../../test/support/in-english';
import { showTo, tap } from '../../../test/support/signed-in';
import { setElder } from '@/shared/session/elder';
import { FaceCheck } from './face-check';
import { GrantActions } from './grant-actions';
import { InvitationCard } from './invitation-card';
import { InvitationByToken, InvitationPanel } from './invitation-panel';
import { TermsFields } from './terms-fields';
import { useTerms } from './use-terms';

const waiting = { state: 'proposed', stateText: '等待同意' } as const;
const asked = binding({ acceptBy: NOW, invitationToken: 'k'.repeat(32), grants: [showCodeGrant(waiting), shareFundsGrant(waiting)] });
const invitation = { ...asked, myRole: 'relative', awaitsMe: true, invitationToken: null } as const;
const nothing = jest.fn();

const show = (page: ReactElement, behaviours: Behaviours = {}) => showTo(me(), page, behaviours);
const answer = (given = invitation, behaviours: Behaviours = {}) =>
  show(<InvitationPanel bindingId={uuid(10)} onLeave={nothing} onOpen={nothing} />, { binding: () => ({ answer: given }), ...behaviours });
const expectEnglish = () => expect(chineseOnPage('已生效')).toEqual([]);

drawsInEnglish();

describe('an invitation in English', () => {
  it('leaves none of its words in Chinese, nor does the answer', async () => {
    await answer(invitation, { acceptBinding: () => ({ answer: binding({ myRole: 'relative' }) }) });
    expect(screen.getByText('陈*兰 cannot see the balance of your account or your other medical records.')).toBeTruthy();
    expectEnglish();
    await act(async () => fireEvent.click(screen.getByRole('checkbox')));
    await tap('Agree to bind');
    expect(screen.getByText('You have agreed to bind')).toBeTruthy();
    expectEnglish();
  });

  it('is short sentences for an elder', async () => {
    await act(async () => setElder(true));
    await answer();
    expect(screen.getByText('They cannot see your balance or your other medical records')).toBeTruthy();
    expectEnglish();
    await act(async () => setElder(false));
  });

  it('that cannot be opened says so', async () => {
    await show(<InvitationByToken token={'k'.repeat(32)} onLeave={nothing} onOpen={nothing} />, {
      openInvitation: () => ({ refuse: 'INVITATION_INVALID' }),
    });
    expect(screen.getByText('This invitation cannot be opened')).toBeTruthy();
    expectEnglish();
  });

  it('is sent and withdrawn', async () => {
    await show(<InvitationCard binding={asked} onWithdrawn={nothing} onRefused={nothing} />);
    expect(screen.getByText('Please let 陈*兰 confirm on their own phone')).toBeTruthy();
    await tap('Withdraw the invitation');
    expect(screen.getByRole('button', { name: 'Yes, withdraw the invitation' })).toBeTruthy();
    expectEnglish();
  });
});

describe('what stands beside it in English', () => {
  it('is the face check', async () => {
    await show(<FaceCheck onPassed={nothing} />, {
      startFaceCheck: () => ({ answer: { faceCheckId: 'face-check-0000000001', simulated: true } }),
    });
    expectEnglish();
    await tap('Start the face check');
    expect(screen.getByText('Demonstration: WeChat’s face check comes here')).toBeTruthy();
    expectEnglish();
  });

  it('is the question before a pause', async () => {
    await show(<GrantActions binding={binding()} kind="show-code" reload={nothing} onClose={nothing} />);
    await act(async () => fireEvent.click(within(screen.getByRole('main')).getAllByRole('button')[0] as HTMLElement));
    expect(screen.getByRole('button', { name: /^Yes, pause it: / })).toBeTruthy();
    expectEnglish();
  });

  it('is what can be changed about a switch', async () => {
    const terms = { binding: binding(), grant: shareFundsGrant({ place: 1 }), policy: undefined, reload: nothing };
    const Fields = () => <TermsFields form={useTerms(terms)} />;
    await show(<Fields />);
    expect(screen.getByRole('textbox', { name: /^Limit for a month/ })).toBeTruthy();
    expectEnglish();
  });
});
