import type { UnbindPreview } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import type { GrantKind } from './binding-text';
import { UnbindBlocked } from './unbind-blocked';
import { endWords, type EndWords } from './unbind-text';
import { useUnbind } from './use-unbind';

interface Props {
  readonly bindingId: string;
  /** One switch; null: all that is open, which is an unbinding. */
  readonly kind: GrantKind | null;
  readonly onLeave: () => void;
  readonly onOpenPayment: (paymentId: string) => void;
  readonly onCloseInstead: (kind: GrantKind) => void;
}

/** What happens, one button, the result. */
export function UnbindPanel({ bindingId, kind, onLeave, onOpenPayment, onCloseInstead }: Props) {
  const reading = useRead('unbindPreview', { path: { bindingId }, query: { kind: kind ?? undefined } });
  const { state, busy, submit } = useUnbind({ bindingId, kind, onRefused: reading.reload });
  const words = endWords(kind);

  if (state.kind === 'done') return <Done words={words} onLeave={onLeave} />;
  if (state.kind === 'unknown') {
    return (
      <Unknown
        reference={state.reference}
        text={`网络没有回应，${words.verb}可能已经成功。再次提交同一办理不会重复。`}
        button="再次提交并查看结果"
        onTap={submit}
      />
    );
  }
  return (
    <Loaded reading={reading}>
      {(preview) => (
        <View className="stack">
          {state.kind === 'refused' && preview.allowed && <Refused refusal={state.refusal} />}
          {preview.allowed ? (
            <View className="stack">
              <Effects preview={preview} words={words} />
              <Button kind="danger" busyText={busy && `正在${words.verb}…`} onTap={submit}>
                {words.confirm}
              </Button>
            </View>
          ) : (
            <UnbindBlocked preview={preview} kind={kind} onOpenPayment={onOpenPayment} onCloseInstead={onCloseInstead} onLeave={onLeave} />
          )}
          <Button kind="text" off={busy} onTap={onLeave}>
            {words.notNow}
          </Button>
        </View>
      )}
    </Loaded>
  );
}

const Done = ({ words, onLeave }: { readonly words: EndWords; readonly onLeave: () => void }) => (
  <View className="stack">
    <Result tone="ok" icon="check" title={words.done} text={words.afterwards} />
    <Button onTap={onLeave}>返回亲情账户</Button>
  </View>
);

interface EffectsProps {
  readonly preview: UnbindPreview;
  readonly words: EndWords;
}

const Effects = ({ preview, words }: EffectsProps) => (
  <Card>
    <Text className="lead">{words.after}</Text>
    {preview.effects.map((effect) => (
      <Text key={effect} className="block">{`· ${effect}`}</Text>
    ))}
    <Line name="生效日期">{dayText(preview.endsOn)}</Line>
  </Card>
);
