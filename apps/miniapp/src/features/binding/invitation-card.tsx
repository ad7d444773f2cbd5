import type { BindingView } from '@gongji/contract';
import { Canvas, Text, View } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { drawQr } from '@/shared/canvas/qr';
import type { Surface } from '@/shared/canvas/surface';
import { useDrawing } from '@/shared/canvas/use-drawing';
import { roleOf } from '@/shared/platform/a11y';
import { copy } from '@/shared/platform/copy';
import { linkTo, pagePath } from '@/shared/platform/navigation';
import { useShared } from '@/shared/platform/share';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { ShareButton } from '@/shared/ui/share-button';
import { WITHDRAW_TEXT } from './binding-text';
import './invitation.scss';

interface Props {
  readonly binding: BindingView;
  /** With the binding as it stands afterwards. */
  readonly onWithdrawn?: (binding: BindingView) => void;
}

/** How the invitation reaches the other phone: a QR code, a link, WeChat's share; and how it is taken back. */
export const InvitationCard = ({ binding, ...ways }: Props) =>
  binding.invitationToken === null ? null : <Invitation binding={binding} token={binding.invitationToken} {...ways} />;

function Invitation({ binding, token, onWithdrawn }: Props & { readonly token: string }) {
  const name = binding.other.maskedName;
  const [forElder, setForElder] = useState(false);
  const query = { token, ...(forElder && { for: 'elder' }) };
  const link = linkTo('invitation', query);
  useShared('请您看一份亲情账户的绑定邀请', pagePath('invitation', query));
  const canvas = `invitation-${binding.bindingId}`;
  useDrawing(
    canvas,
    useCallback((surface: Surface) => drawQr(surface, link), [link]),
  );
  return (
    <Card>
      <Text className="lead">{`请 ${name} 用自己的手机确认`}</Text>
      <View className="invite__code">
        <Canvas
          type="2d"
          id={canvas}
          canvasId={canvas}
          className="invite__canvas"
          aria-label={`邀请二维码，请${name}用自己的手机扫一扫`}
          {...roleOf('img')}
        />
      </View>
      <Text className="block">让TA扫这个二维码，或把链接发给TA。TA也可以打开小程序，在“亲情账户 › 等您确认”里找到。</Text>
      <Text className="block muted">{`只有 ${name} 本人登录后能打开，别人打开无效。`}</Text>
      <Tick on={forElder} onTap={() => setForElder(!forElder)} label="TA是长辈：用大字、短句打开，还能读给TA听" />
      {binding.acceptBy !== null && <Line name="有效到">{momentText(binding.acceptBy)}</Line>}
      <View className="invite__acts">
        <ShareButton>发给TA</ShareButton>
        <Button kind="plain" onTap={() => copy(link)}>
          复制邀请链接
        </Button>
        <Withdraw binding={binding} {...(onWithdrawn === undefined ? {} : { onWithdrawn })} />
      </View>
    </Card>
  );
}

/** Asked once more in its place: the other side may be reading it just now. */
function Withdraw({ binding, onWithdrawn }: Props) {
  const [asking, setAsking] = useState(false);
  const { state, busy, submit } = useWrite('withdrawInvitation');
  const withdraw = async () => {
    const outcome = await submit({ path: { bindingId: binding.bindingId } });
    if (outcome?.kind === 'done') onWithdrawn?.(outcome.answer);
  };
  if (state.kind === 'unknown') {
    return <Unknown reference={state.reference} button="再次撤回并查看结果" onTap={() => void withdraw()} />;
  }
  if (state.kind === 'done') return <Text className="block muted">邀请已撤回。</Text>;
  if (!asking) {
    return (
      <Button kind="text" onTap={() => setAsking(true)}>
        撤回邀请
      </Button>
    );
  }
  return (
    <View className="ask stack">
      <Text className="block">{WITHDRAW_TEXT}</Text>
      {state.kind === 'refused' && <Refused refusal={state.refusal} />}
      <Button kind="danger" busyText={busy && '正在撤回…'} onTap={() => void withdraw()}>
        确认撤回邀请
      </Button>
      <Button kind="text" off={busy} onTap={() => setAsking(false)}>
        不撤回
      </Button>
    </View>
  );
}
