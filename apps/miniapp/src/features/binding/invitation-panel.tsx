import { INNER_PIECES, INVITATION } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { forgetInvitation, keepInvitation } from '@/shared/session/pending-invitation';
import { logOut, useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { InvitationAnswer } from './invitation-answer';

interface Ways {
  readonly onLeave: () => void;
  readonly onOpen: (bindingId: string) => void;
}

/** Who asks, for what, until when; then yes or no, both equally plain. */
export function InvitationPanel({ bindingId, ...ways }: Ways & { readonly bindingId: string }) {
  const reading = useRead('binding', { path: { bindingId } });
  useAnswered(reading.phase === 'ok' || reading.refusal?.code === 'BINDING_NOT_FOUND');
  return <Loaded reading={reading}>{(binding) => <InvitationAnswer binding={binding} reload={reading.reload} {...ways} />}</Loaded>;
}

/** The same, reached by the link or the QR code. The token opens it; from then on the binding itself is read. */
export function InvitationByToken({ token, ...ways }: Ways & { readonly token: string }) {
  const reading = useRead('openInvitation', { body: { token } });
  const [opened, setOpened] = useState<string | null>(null);
  const closed = reading.answer === undefined ? CLOSED[reading.refusal?.code ?? ''] : undefined;
  useAnswered(reading.phase === 'ok' || closed !== undefined);
  if (opened !== null) return <InvitationPanel bindingId={opened} {...ways} />;
  if (closed !== undefined) return <Closed token={token} {...closed} onLeave={ways.onLeave} />;
  return (
    <Loaded reading={reading}>
      {(binding) => <InvitationAnswer binding={binding} reload={() => setOpened(binding.bindingId)} {...ways} />}
    </Loaded>
  );
}

/** Not before the service has answered about it: this phone's session may turn out to be over, and whoever logs in again comes back. */
function useAnswered(answered: boolean): void {
  useEffect(() => {
    if (answered) forgetInvitation();
  }, [answered]);
}

const CLOSED: Readonly<Record<string, { readonly title: string; readonly text: string } | undefined>> = {
  INVITATION_INVALID: {
    title: INVITATION.closed.invalid,
    text: INVITATION.closed.invalidText,
  },
  BINDING_INVITATION_EXPIRED: {
    title: INVITATION.closed.expired,
    text: INVITATION.closed.expiredText,
  },
};

interface ClosedProps extends Pick<Ways, 'onLeave'> {
  readonly token: string;
  readonly title: string;
  readonly text: string;
}

const Closed = ({ token, title, text, onLeave }: ClosedProps) => {
  const me = useMe();
  const asSomebodyElse = () => {
    void logOut();
    keepInvitation({ token });
  };
  return (
    <View className="stack">
      <Empty icon="doc" title={say(title)} text={say(text)} />
      <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
      {me.demo && (
        <Button kind="plain" onTap={asSomebodyElse}>
          {say(INVITATION.closed.asSomebodyElse, { name: me.name })}
        </Button>
      )}
    </View>
  );
};
