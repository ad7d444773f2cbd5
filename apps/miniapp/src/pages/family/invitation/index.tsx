import { INVITATION } from '@gongji/texts';
import { useEffect, useState } from 'react';
import { InvitationByToken, InvitationPanel } from '@/features/binding/invitation-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { setElder } from '@/shared/session/elder';
import { keepInvitation } from '@/shared/session/pending-invitation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function InvitationPage() {
  const { bindingId = '', token = '', for: reader } = usePageQuery();
  // Kept before the screen looks whether anybody is logged in: whoever has to log in first comes back here.
  useState(() => keepInvitation(token === '' ? { bindingId } : { token }));
  // Whoever sent it prepared it for somebody who reads large text; the phone's first page offers the way back.
  useEffect(() => {
    if (reader === 'elder') setElder(true);
  }, [reader]);
  const ways = { onLeave: () => goTo('relatives'), onOpen: (opened: string) => goTo('relative', { bindingId: opened }) };
  return (
    <Screen title={say(INVITATION.title)}>
      {token === '' ? <InvitationPanel bindingId={bindingId} {...ways} /> : <InvitationByToken token={token} {...ways} />}
    </Screen>
  );
}
