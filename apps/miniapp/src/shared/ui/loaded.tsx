import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useState } from 'react';
import type { Reading } from '../bff/use-read';
import { readTimeText } from '../text/moment';
import { looksOffline } from '../platform/network';
import { roleOf } from '../platform/a11y';
import { say } from '../text/say';
import { Button } from './button';
import { Notice } from './notice';
import { Refused } from './outcome';

/** The shape of what is being read; after three seconds it says in words what is going on. */
export const Skeleton = ({ cards = 2 }: { readonly cards?: number }) => (
  <View className="loading" {...roleOf('status')} aria-label={say(PIECES.loading.spoken)}>
    {Array.from({ length: cards }, (_, index) => (
      <View key={index} className="card skeleton">
        <View className="skeleton__bar" />
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
  /** Not where it was refused for what the person filled in: the same question gets the same answer. */
  readonly mayReload?: boolean;
}

/** What was read, or that it is loading or has failed; meanwhile the last answer with its age, if there is one. */
export function Loaded<T>({ reading, children, cards = 2, mayReload = true }: Props<T>) {
  const { phase, answer, readAt, refusal, reload } = reading;
  const silent = phase === 'failed' && refusal === null;
  const saidAbove = useSaidAbove(silent, { readAt, reload });
  if (answer === undefined && phase === 'loading') return <Skeleton cards={cards} />;
  return (
    <View className="stack">
      {phase === 'failed' && !saidAbove && (
        <View className="stack">
          {refusal === null ? <Unreachable {...(readAt === undefined ? {} : { readAt })} /> : <Refused refusal={refusal} />}
          {mayReload && <Again onTap={reload} />}
        </View>
      )}
      {saidAbove && answer === undefined && <Text className="block muted">{say(PIECES.unreachable.notRead)}</Text>}
      {phase === 'loading' && readAt !== undefined && <Refreshing readAt={readAt} />}
      {answer !== undefined && <View>{children(answer)}</View>}
    </View>
  );
}

const Again = ({ onTap }: { readonly onTap: () => void }) => (
  <Button kind="plain" icon="refresh" onTap={onTap}>
    {say(PIECES.loading.again)}
  </Button>
);

interface Silent {
  readonly readAt: number | undefined;
  readonly reload: () => void;
}
type Tell = (id: string, silent: Silent | null) => void;
const Above = createContext<Tell | null>(null);

/** For several readings on one page: that nobody answers is said once, above them all, with the age of the oldest and one button for all. */
export function UnreachableOnce({ children }: { readonly children: ReactNode }) {
  const [silent, setSilent] = useState<ReadonlyMap<string, Silent>>(new Map());
  const tell = useCallback<Tell>((id, one) => {
    setSilent((before) => new Map([...[...before].filter(([each]) => each !== id), ...(one === null ? [] : [[id, one] as const])]));
  }, []);
  const all = [...silent.values()];
  const times = all.flatMap(({ readAt }) => readAt ?? []);
  return (
    <Above.Provider value={tell}>
      <View className="stack">
        {all.length > 0 && (
          <View className="stack">
            <Unreachable {...(times.length === 0 ? {} : { readAt: Math.min(...times) })} />
            <Again onTap={() => all.forEach(({ reload }) => reload())} />
          </View>
        )}
        <View>{children}</View>
      </View>
    </Above.Provider>
  );
}

/** Whether somebody above says it instead. */
function useSaidAbove(isSilent: boolean, { readAt, reload }: Silent): boolean {
  const tell = useContext(Above);
  const id = useId();
  useEffect(() => {
    if (!isSilent) return undefined;
    tell?.(id, { readAt, reload });
    return () => tell?.(id, null);
  }, [tell, id, isSilent, readAt, reload]);
  return isSilent && tell !== null;
}

const OLD_MS = 60_000;
const LATE_MS = 3_000;

/** Quiet while what is shown is as good as new, and the answer not late. */
const Refreshing = ({ readAt }: { readonly readAt: number }) => {
  const [told, setTold] = useState(() => Date.now() - readAt >= OLD_MS);
  useEffect(() => {
    const timer = setTimeout(() => setTold(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return told ? (
    <View className="muted" {...roleOf('status')}>
      {say(PIECES.loading.refreshing, { time: readTimeText(readAt, Date.now()) })}
    </View>
  ) : null;
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
