import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Reading } from '../bff/use-read';
import { readTimeText } from '../text/moment';
import { looksOffline } from '../platform/network';
import { roleOf } from '../platform/a11y';
import { say } from '../text/say';
import { Button } from './button';
import { Notice } from './notice';
import { Refused } from './outcome';

/** The shape of what is being read. */
export const Skeleton = ({ cards = 2 }: { readonly cards?: number }) => (
  <View {...roleOf('status')} aria-label={say(PIECES.loading.spoken)}>
    {Array.from({ length: cards }, (_, index) => (
      <View key={index} className="skeleton">
        <View className="skeleton__bar skeleton__bar--short" />
        <View className="skeleton__bar" />
        <View className="skeleton__bar" />
      </View>
    ))}
  </View>
);

interface Props<T> {
  readonly reading: Reading<T>;
  readonly children: (answer: T) => ReactNode;
  readonly cards?: number;
}

/** Loading, with the last answer and its age where there is one; failed with the last answer and its age, failed without one, or the answer. */
export function Loaded<T>({ reading, children, cards = 2 }: Props<T>) {
  const { phase, answer, readAt, refusal, reload } = reading;
  if (answer === undefined && phase === 'loading') return <Skeleton cards={cards} />;
  return (
    <View className="stack">
      {phase === 'failed' && (
        <View className="stack">
          {refusal === null ? <Unreachable {...(readAt === undefined ? {} : { readAt })} /> : <Refused refusal={refusal} />}
          <Button kind="plain" icon="refresh" onTap={reload}>
            {say(PIECES.loading.again)}
          </Button>
        </View>
      )}
      {phase === 'loading' && readAt !== undefined && <Refreshing readAt={readAt} />}
      {answer !== undefined && <View>{children(answer)}</View>}
    </View>
  );
}

const OLD_MS = 60_000;

/** Quiet while what is shown is as good as new. */
const Refreshing = ({ readAt }: { readonly readAt: number }) => {
  if (Date.now() - readAt < OLD_MS) return null;
  return (
    <View className="muted" {...roleOf('status')}>
      {say(PIECES.loading.refreshing, { time: readTimeText(readAt, Date.now()) })}
    </View>
  );
};

/** Nobody answers: what to check, how old what is shown is, where to go when it is urgent. */
export const Unreachable = ({ readAt }: { readonly readAt?: number }) => (
  <Notice tone="warn" title={say(looksOffline() ? PIECES.unreachable.phone : PIECES.unreachable.service)} urgent>
    {readAt !== undefined && (
      <Text className="notice__text">{say(PIECES.unreachable.old, { time: readTimeText(readAt, Date.now()) })}</Text>
    )}
    <Text className="notice__text">{say(readAt === undefined ? PIECES.unreachable.next : PIECES.unreachable.readOnly)}</Text>
  </Notice>
);
