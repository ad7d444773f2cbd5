import type { BindingView } from '@gongji/contract';
import { RELATIVES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { type GrantKind, grantOf, grantTitle } from './binding-text';
import { GrantStepTalk } from './grant-step-talk';
import { useGrantStep } from './use-grant-step';

interface Props {
  readonly binding: BindingView;
  readonly kind: GrantKind;
  readonly reload: () => void;
  readonly onClose: (kind: GrantKind) => void;
  readonly onChange?: (kind: GrantKind) => void;
  readonly onOpenGrant?: (kind: GrantKind) => void;
}

/** What the reader may do with one switch now, in words; nothing that would be refused. */
export function GrantActions({ binding, kind, reload, onClose, onChange, onOpenGrant }: Props) {
  const step = useGrantStep({ binding, kind, reload });
  const { myRole, mayOpen } = step.binding;
  const grant = grantOf(step.binding, kind);
  const may = grant?.may ?? [];
  const { act: words } = RELATIVES;
  const acts: readonly (readonly [name: string, shown: boolean, act: () => void])[] = [
    [say(words.pause), may.includes('pause'), () => step.ask('pause')],
    [say(words.resume), may.includes('resume'), () => step.take('resume')],
    [say(words.change), onChange !== undefined && may.includes('change'), () => onChange?.(kind)],
    [say(words.close), may.includes('close'), () => onClose(kind)],
    [say(words.open), onOpenGrant !== undefined && mayOpen.includes(kind), () => onOpenGrant?.(kind)],
  ];
  return (
    <View>
      {step.asked === null && (
        <View className="acts">
          {acts
            .filter(([, shown]) => shown)
            .map(([name, , act]) => (
              <Button
                key={name}
                kind="text"
                inline
                off={step.busy}
                label={say(words.spoken, { act: name, what: grantTitle(myRole, kind) })}
                onTap={act}
              >
                {name}
              </Button>
            ))}
        </View>
      )}
      <GrantStepTalk step={step} />
    </View>
  );
}
