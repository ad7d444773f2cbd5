import { useState } from 'react';
import { InvitationByToken, InvitationPanel } from '@/features/binding/invitation-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { keepInvitation } from '@/shared/session/pending-invitation';
import { Screen } from '@/shared/ui/screen';

export default function InvitationPage() {
  const { bindingId = '', token = '' } = usePageQuery();
  // Kept before the screen looks whether anybody is logged in: whoever has to log in first comes back here.
  useState(() => token !== '' && keepInvitation(token));
  const onLeave = () => goTo('relatives');
  return (
    <Screen title="绑定邀请">
      {token === '' ? <InvitationPanel bindingId={bindingId} onLeave={onLeave} /> : <InvitationByToken token={token} onLeave={onLeave} />}
    </Screen>
  );
}
