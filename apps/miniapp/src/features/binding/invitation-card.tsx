import type { BindingView } from '@gongji/contract';
import { INVITATION } from '@gongji/texts';
import { Canvas, Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { drawQr } from '@/shared/canvas/qr';
import type { Surface } from '@/shared/canvas/surface';
import { useDrawing } from '@/shared/canvas/use-drawing';
import { roleOf } from '@/shared/platform/a11y';
import { copy } from '@/shared/platform/copy';
import { goTo, linkTo, pagePath } from '@/shared/platform/navigation';
import { useShared } from '@/shared/platform/share';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { ShareButton } from '@/shared/ui/share-button';
import { Tick } from '@/shared/ui/tick';
import { WITHDRAW_TEXT } from './binding-text';
import './invitation.scss';

interface Props {
  readonly binding: BindingView;
  /** With the binding as it stands afterwards. */
  readonly onWithdrawn: (binding: BindingView) => void;
  /** The other side may have answered in between. */
  readonly onRefused: () => void;
}

/** How the invitation reaches the other phone: a QR code, a link, WeChat's share; and how it is taken back. */
export const InvitationCard = ({ binding, ...ways }: Props) =>
  binding.invitationToken === null ? null : <Invitation binding={binding} token={binding.invitationToken} {...ways} />;

function Invitation({ binding, token, ...ways }: Props & { readonly token: string }) {
  const name = personName(binding.other);
  const [forElder, setForElder] = useState(false);
  const query = { token, ...(forElder && { for: 'elder' }) };
  const link = linkTo('invitation', query);
  useShared(say(INVITATION.send.share), pagePath('invitation', query));
  const canvas = `invitation-${binding.bindingId}`;
  useDrawing(
    canvas,
    useCallback((surface: Surface) => drawQr(surface, link), [link]),
  );
  return (
    <Card>
      <Text className="lead">{say(INVITATION.send.ask, { name })}</Text>
      <View className="invite__code">
        <Canvas
          type="2d"
          id={canvas}
          canvasId={canvas}
          className="invite__canvas"
          aria-label={say(INVITATION.send.code, { name })}
          {...roleOf('img')}
        />
      </View>
      <Text className="block">{say(INVITATION.send.how)}</Text>
      <Text className="block muted">{say(INVITATION.send.onlyThey, { name })}</Text>
      <Tick on={forElder} onTap={() => setForElder(!forElder)} label={say(INVITATION.send.forElder)} />
      {binding.acceptBy !== null && <Line name={say(INVITATION.send.until)}>{momentText(binding.acceptBy)}</Line>}
      <View className="invite__acts">
        <ShareButton>{say(INVITATION.send.toWeChat)}</ShareButton>
        <Button kind="plain" onTap={() => copy(link)}>
          {say(INVITATION.send.copyLink)}
        </Button>
        <Button kind="text" onTap={() => goTo('help')}>
          {say(INVITATION.send.noPhone)}
        </Button>
        <Withdraw binding={binding} {...ways} />
      </View>
    </Card>
  );
}

/** Asked once more in its place: the other side may be reading it just now. */
function Withdraw({ binding, onWithdrawn, onRefused }: Props) {
  const [asking, setAsking] = useState(false);
  const { state, busy, submit } = useWrite('withdrawInvitation');
  const withdraw = async () => {
    const outcome = await submit({ path: { bindingId: binding.bindingId } });
    if (outcome?.kind === 'done') onWithdrawn(outcome.answer);
    if (outcome?.kind === 'refused') onRefused();
  };
  if (state.kind === 'unknown') {
    return <Unknown reference={state.reference} button={say(INVITATION.withdraw.again)} onTap={() => void withdraw()} />;
  }
  if (state.kind === 'done') return <Text className="block muted">{say(INVITATION.withdraw.done)}</Text>;
  if (!asking) {
    return (
      <Button kind="text" onTap={() => setAsking(true)}>
        {say(INVITATION.withdraw.start)}
      </Button>
    );
  }
  return (
    <View className="ask stack">
      <Text className="block">{say(WITHDRAW_TEXT)}</Text>
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      <Button kind="danger" busyText={busy && say(INVITATION.withdraw.busy)} onTap={() => void withdraw()}>
        {say(INVITATION.withdraw.confirm)}
      </Button>
      <Button kind="text" off={busy} onTap={() => setAsking(false)}>
        {say(INVITATION.withdraw.keep)}
      </Button>
    </View>
  );
}
