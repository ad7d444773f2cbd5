import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Tick } from '@/shared/ui/choice';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { GrantTermsCards } from './grant-terms';
import { RelativeHead } from './relative-detail';

interface Props {
  readonly bindingId: string;
  readonly onLeave: () => void;
}

/** Who asks, for what, until when; then yes or no, both equally plain. */
export function InvitationPanel({ bindingId, onLeave }: Props) {
  const reading = useRead('binding', { path: { bindingId } });
  return <Loaded reading={reading}>{(binding) => <Invitation binding={binding} reload={reading.reload} onLeave={onLeave} />}</Loaded>;
}

interface InvitationProps {
  readonly binding: BindingView;
  readonly reload: () => void;
  readonly onLeave: () => void;
}

function Invitation({ binding, reload, onLeave }: InvitationProps) {
  const [understood, setUnderstood] = useState(false);
  const accept = useWrite('acceptBinding');
  const decline = useWrite('declineBinding');
  const options = { path: { bindingId: binding.bindingId }, body: {} };
  const last = decline.state.kind === 'idle' ? accept.state : decline.state;
  const busy = accept.busy || decline.busy;

  if (last.kind === 'done') {
    const yes = last === accept.state;
    return (
      <View className="stack">
        <Result
          tone={yes ? 'ok' : 'quiet'}
          icon={yes ? 'check' : 'off'}
          title={yes ? '已同意绑定' : '已选择不同意'}
          text={yes ? '从现在起生效。您可以随时在亲情账户里查看记录或解绑。' : '没有生效，对方会收到通知。'}
        />
        <Button onTap={onLeave}>返回亲情账户</Button>
      </View>
    );
  }
  if (!binding.awaitsMe) {
    return (
      <View className="stack">
        <RelativeHead binding={binding} />
        <Notice tone="info">这份邀请不需要您再答复。</Notice>
        <Button onTap={onLeave}>返回亲情账户</Button>
      </View>
    );
  }
  return (
    <View className="stack">
      <Text className="title">{`${binding.other.maskedName} 请求与您绑定`}</Text>
      {binding.acceptBy !== null && <Text className="block muted">{`请在 ${momentText(binding.acceptBy)} 前答复，过期自动失效。`}</Text>}
      <RelativeHead binding={binding} />
      <GrantTermsCards binding={binding} />
      <Notice tone="info" title="同意之后">
        每次出示和扣款您都会收到消息，也可以随时查看记录、解绑。不认识对方或不需要，请选不同意。
      </Notice>
      <Tick on={understood} onTap={() => setUnderstood(!understood)} label="我认识对方，并已看清以上内容" />
      {last.kind === 'refused' && <Refused refusal={last.refusal} />}
      {last.kind === 'unknown' && <Unknown reference={last.reference} button="查看最新状态" onTap={reload} />}
      <Button off={!understood || busy} busyText={accept.busy && '正在提交…'} onTap={() => void accept.submit(options)}>
        同意绑定
      </Button>
      <Button kind="plain" off={busy} busyText={decline.busy && '正在提交…'} onTap={() => void decline.submit(options)}>
        不同意
      </Button>
    </View>
  );
}
