import type { BindingView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { useElder } from '@/shared/session/elder';
import { CalmInvitation } from './calm-invitation';
import { FaceCheck } from './face-check';
import { GrantStates } from './grant-states';
import { InvitationTerms } from './invitation-terms';
import { RelativeHead } from './relative-detail';

interface Props {
  readonly binding: BindingView;
  /** Reads the binding again. */
  readonly reload: () => void;
  readonly onLeave: () => void;
}

export function InvitationAnswer({ binding, reload, onLeave }: Props) {
  const accept = useWrite('acceptBinding');
  const decline = useWrite('declineBinding');
  const elder = useElder();
  const last = decline.state.kind === 'idle' ? accept.state : decline.state;
  if (last.kind === 'done') return <Answered yes={last === accept.state} binding={last.answer} onLeave={onLeave} />;
  if (!binding.awaitsMe) return <NothingToAnswer binding={binding} onLeave={onLeave} />;
  const path = { bindingId: binding.bindingId };
  const answering = {
    binding,
    accepting: accept.busy,
    declining: decline.busy,
    onAccept: (faceCheckId: string | null) => {
      decline.reset();
      void accept.submit({ path, body: { faceCheckId } });
    },
    onDecline: () => void decline.submit({ path, body: {} }),
  };
  const trouble = (
    <View>
      {last.kind === 'refused' && <Refused refusal={last.refusal} />}
      {last.kind === 'unknown' && <Unknown reference={last.reference} button="查看最新状态" onTap={reload} />}
    </View>
  );
  if (elder)
    return (
      <View className="stack">
        {trouble}
        <CalmInvitation {...answering} />
      </View>
    );
  return (
    <View className="stack">
      <Text className="title">{`${binding.other.maskedName} 请求与您绑定`}</Text>
      {binding.acceptBy !== null && <Text className="block muted">{`请在 ${momentText(binding.acceptBy)} 前答复，过期自动失效。`}</Text>}
      <RelativeHead binding={binding} />
      <InvitationTerms binding={binding} />
      <Notice tone="info" title="不认识对方，或者不需要？">
        请选不同意，不会有任何影响。同意以后也可以随时查看记录。
      </Notice>
      {trouble}
      <YesOrNo {...answering} />
    </View>
  );
}

interface YesOrNoProps {
  readonly binding: BindingView;
  readonly accepting: boolean;
  readonly declining: boolean;
  readonly onAccept: (faceCheckId: string | null) => void;
  readonly onDecline: () => void;
}

/** No is as near as yes. Where a face check is needed, yes comes after it. */
function YesOrNo({ binding, accepting, declining, onAccept, onDecline }: YesOrNoProps) {
  const [understood, setUnderstood] = useState(false);
  const [checking, setChecking] = useState(false);
  const busy = accepting || declining;
  const agree = () => (binding.needsFaceCheck ? setChecking(true) : onAccept(null));
  const passed = (faceCheckId: string) => {
    setChecking(false);
    onAccept(faceCheckId);
  };
  return (
    <View className="stack">
      <Tick on={understood} onTap={() => setUnderstood(!understood)} label="我认识对方，并已看清以上内容" />
      {checking ? (
        <FaceCheck onPassed={passed} />
      ) : (
        <Button off={!understood || busy} busyText={accepting && '正在提交…'} onTap={agree}>
          {binding.needsFaceCheck ? '同意绑定，去刷脸' : '同意绑定'}
        </Button>
      )}
      <Button kind="plain" off={busy} busyText={declining && '正在提交…'} onTap={onDecline}>
        不同意
      </Button>
    </View>
  );
}

interface AnsweredProps {
  readonly yes: boolean;
  /** As it stands after the answer. */
  readonly binding: BindingView;
  readonly onLeave: () => void;
}

const Answered = ({ yes, binding, onLeave }: AnsweredProps) => (
  <View className="stack">
    <Result
      tone={yes ? 'ok' : 'quiet'}
      icon={yes ? 'check' : 'off'}
      title={yes ? '已同意绑定' : '已选择不同意'}
      text={yes ? '从现在起生效。您可以随时在亲情账户里查看记录。' : '没有生效，对方会收到通知。'}
    />
    {yes && (
      <Card>
        <GrantStates binding={binding} />
      </Card>
    )}
    <Button onTap={onLeave}>返回亲情账户</Button>
  </View>
);

const NothingToAnswer = ({ binding, onLeave }: Omit<Props, 'reload'>) => (
  <View className="stack">
    <RelativeHead binding={binding} />
    <Notice tone="info">这份邀请不需要您再答复。</Notice>
    <Button onTap={onLeave}>返回亲情账户</Button>
  </View>
);
