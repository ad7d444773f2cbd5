import type { BindingView, UnbindPreview } from '@gongji/contract';
import { INNER_PIECES, UNBIND } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { dayText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName, relationText } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Person } from '@/shared/ui/person-badge';
import { Result } from '@/shared/ui/result';
import { Lines } from '@/shared/ui/lines';
import { type GrantKind, grantTitle } from './binding-text';
import { UnbindBlocked } from './unbind-blocked';
import { useUnbind } from './use-unbind';

interface Props {
  readonly bindingId: string;
  /** One switch; null: all that is open, which is an unbinding. */
  readonly kind: GrantKind | null;
  readonly onLeave: () => void;
  readonly onOpenPayment: (paymentId: string) => void;
  readonly onCloseInstead: (kind: GrantKind) => void;
}

type EndWords = Readonly<Record<keyof typeof UNBIND.unbind, string>>;

/** Neutral words for ending one switch, or all of it. */
const endWords = (kind: GrantKind | null): EndWords =>
  kind === null ? UNBIND.unbind : { ...UNBIND.close, afterwards: UNBIND.closed[kind] };

/** With whom, first and throughout: of several relatives the wrong one is ended by mistake. */
export function UnbindPanel(props: Props) {
  const { bindingId, kind } = props;
  const reading = useRead('binding', { path: { bindingId } });
  return (
    <Loaded reading={reading}>
      {(binding) => (
        <View className="stack">
          <Card>
            <Person
              personId={binding.other.personId}
              name={personName(binding.other)}
              note={kind === null ? relationText(binding) : grantTitle(binding.myRole, kind)}
            />
          </Card>
          <Ending {...props} binding={binding} />
        </View>
      )}
    </Loaded>
  );
}

/** What happens, one button, the result. */
function Ending({ bindingId, binding, kind, onLeave, onOpenPayment, onCloseInstead }: Props & { readonly binding: BindingView }) {
  const reading = useRead('unbindPreview', { path: { bindingId }, query: { kind: kind ?? undefined } });
  const { state, busy, submit } = useUnbind({ bindingId, kind, onRefused: reading.reload });
  const words = endWords(kind);

  // With its last switch the binding has ended.
  if (state.kind === 'done') return <Done words={state.answer.state === 'ended' ? UNBIND.unbind : words} onLeave={onLeave} />;
  if (state.kind === 'unknown') {
    return <Unknown reference={state.reference} text={say(words.unknown)} button={say(INNER_PIECES.confirm.again)} onTap={submit} />;
  }
  return (
    <Loaded reading={reading}>
      {(preview) => (
        <View className="stack">
          {state.kind === 'refused' && preview.allowed && <Refused refusal={state.refusal} />}
          {preview.allowed ? (
            <View className="stack">
              <Effects preview={preview} words={words} />
              <Button kind="danger" busyText={busy && say(words.doing)} onTap={submit}>
                {say(words.confirm)}
              </Button>
              <Button kind="text" off={busy} onTap={onLeave}>
                {say(words.notNow)}
              </Button>
            </View>
          ) : (
            <UnbindBlocked
              preview={preview}
              binding={binding}
              kind={kind}
              onOpenPayment={onOpenPayment}
              onCloseInstead={onCloseInstead}
              onLeave={onLeave}
            />
          )}
        </View>
      )}
    </Loaded>
  );
}

const Done = ({ words, onLeave }: { readonly words: EndWords; readonly onLeave: () => void }) => (
  <View className="stack">
    <Result tone="ok" icon="check" title={say(words.done)} text={say(words.afterwards)} />
    <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
  </View>
);

interface EffectsProps {
  readonly preview: UnbindPreview;
  readonly words: EndWords;
}

const Effects = ({ preview, words }: EffectsProps) => (
  <Card>
    <Text className="lead">{say(words.after)}</Text>
    <Lines lines={preview.effects} />
    <Line name={say(UNBIND.endsOn)}>{dayText(preview.endsOn)}</Line>
  </Card>
);
