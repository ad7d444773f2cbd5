import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Reading } from '../bff/use-read';
import { ageText } from '../text/moment';
import { roleOf } from '../platform/a11y';
import { Button } from './button';
import { Notice } from './notice';
import { Refused } from './outcome';

export const Skeleton = ({ cards = 2 }: { readonly cards?: number }) => (
  <View {...roleOf('status')} aria-label="正在加载">
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

/** Loading, failed with the last answer and its age, failed without one, or the answer. */
export function Loaded<T>({ reading, children, cards = 2 }: Props<T>) {
  const { phase, answer, readAt, refusal, reload } = reading;
  if (answer === undefined && phase === 'loading') return <Skeleton cards={cards} />;
  return (
    <View className="stack">
      {phase === 'failed' && (
        <View className="stack">
          {refusal === null ? <Unreachable {...(readAt === undefined ? {} : { readAt })} /> : <Refused refusal={refusal} />}
          <Button kind="plain" icon="refresh" onTap={reload}>
            重新加载
          </Button>
        </View>
      )}
      {answer !== undefined && <View>{children(answer)}</View>}
    </View>
  );
}

export const Unreachable = ({ readAt }: { readonly readAt?: number }) => (
  <Notice tone="warn" title="暂时连不上服务" urgent>
    <Text className="notice__text">
      {readAt === undefined ? '请检查网络后重新加载。' : `下面是${ageText(Date.now() - readAt)}的内容，可能已有变化。`}
      急用请到医保经办窗口办理。
    </Text>
  </Notice>
);
