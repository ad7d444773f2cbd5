import type { UnbindPreview } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useWrite } from '@/shared/bff/use-write';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';

interface Props {
  readonly bindingId: string;
  readonly onLeave: () => void;
  readonly onOpenPayment: (paymentId: string) => void;
}

/** What happens, one button, the result. */
export function UnbindPanel({ bindingId, onLeave, onOpenPayment }: Props) {
  const reading = useRead('unbindPreview', { path: { bindingId } });
  const unbind = useWrite('unbind');
  const { state, busy } = unbind;
  const submit = () => void unbind.submit({ path: { bindingId } });

  if (state.kind === 'done') {
    return (
      <View className="stack">
        <Result tone="ok" icon="check" title="已解绑" text="从现在起不会再有出示和扣款。以前的记录和凭证仍可查看。" />
        <Button onTap={onLeave}>返回亲情账户</Button>
      </View>
    );
  }
  if (state.kind === 'unknown') {
    return (
      <Unknown
        reference={state.reference}
        text="网络没有回应，解绑可能已经成功。再次提交同一办理不会重复。"
        button="再次提交并查看结果"
        onTap={submit}
      />
    );
  }
  return (
    <Loaded reading={reading}>
      {(preview) => (
        <View className="stack">
          {state.kind === 'refused' && <Refused refusal={state.refusal} />}
          <Effects preview={preview} />
          {preview.allowed ? (
            <Button kind="danger" busyText={busy && '正在解绑…'} onTap={submit}>
              确认解绑
            </Button>
          ) : (
            <Blocked preview={preview} onOpenPayment={onOpenPayment} />
          )}
          <Button kind="text" off={busy} onTap={onLeave}>
            先不解绑
          </Button>
        </View>
      )}
    </Loaded>
  );
}

const Effects = ({ preview }: { readonly preview: UnbindPreview }) => (
  <Card>
    <Text className="lead">解绑之后</Text>
    {preview.effects.map((effect) => (
      <Text key={effect} className="block">{`· ${effect}`}</Text>
    ))}
    <Line name="生效日期">{dayText(preview.endsOn)}</Line>
  </Card>
);

interface BlockedProps {
  readonly preview: UnbindPreview;
  readonly onOpenPayment: (paymentId: string) => void;
}

const Blocked = ({ preview, onOpenPayment }: BlockedProps) => (
  <View className="stack">
    <Notice tone="warn" title={preview.refusedText ?? '现在不能解绑。'} urgent>
      <Text className="notice__text">{preview.nextStep}</Text>
      {preview.refusedCode !== null && <View className="muted">{`代码 ${preview.refusedCode}`}</View>}
    </Notice>
    {preview.openPaymentIds.map((paymentId, index) => (
      <Button key={paymentId} onTap={() => onOpenPayment(paymentId)}>
        {preview.openPaymentIds.length === 1 ? '查看并作废这笔代缴' : `查看并作废第 ${index + 1} 笔代缴`}
      </Button>
    ))}
  </View>
);
