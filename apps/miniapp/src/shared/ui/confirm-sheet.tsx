import { INNER_PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { WriteState } from '../bff/use-write';
import { say } from '../text/say';
import { Button } from './button';
import { Refused, Unknown } from './outcome';
import { Sheet } from './sheet';

interface Props {
  readonly title: string;
  readonly state: WriteState<unknown>;
  readonly busy: boolean;
  /** What is done, as it stands in a sentence. */
  readonly act: string;
  readonly button: string;
  readonly onConfirm: () => void;
  readonly keep: string;
  readonly onKeep: () => void;
}

/** Asks before something ends, and shows the outcome in the same place. After a lost answer it is sent again under the same key. */
export function ConfirmSheet({ title, state, busy, act, button, onConfirm, keep, onKeep, children }: PropsWithChildren<Props>) {
  const busyText = busy && say(INNER_PIECES.confirm.busy, { act });
  return (
    <Sheet
      title={title}
      onBack={() => busy || onKeep()}
      actions={
        <View>
          {state.kind !== 'unknown' && (
            <Button kind="danger" busyText={busyText} onTap={onConfirm}>
              {button}
            </Button>
          )}
          <Button kind="text" off={busy} onTap={onKeep}>
            {keep}
          </Button>
        </View>
      }
    >
      <View className="stack">
        {state.kind === 'refused' && <Refused refusal={state.refusal} />}
        {state.kind === 'unknown' && (
          <Unknown
            reference={state.reference}
            text={say(INNER_PIECES.confirm.unknown, { act })}
            button={say(INNER_PIECES.confirm.again)}
            onTap={onConfirm}
            busyText={busyText}
          />
        )}
        {children}
      </View>
    </Sheet>
  );
}
