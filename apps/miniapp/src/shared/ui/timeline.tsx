import type { PaymentView } from '@gongji/contract';
import { INNER_PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { roleOf } from '../platform/a11y';
import { serverToday } from '../session/session';
import { dayText, momentText } from '../text/moment';
import { say } from '../text/say';
import { Icon } from './icon';
import './timeline.scss';

type Step = PaymentView['timeline'][number];

const when = ({ at, expectedOn, fixed }: Step): string => {
  if (at !== null) return momentText(at);
  if (expectedOn === null) return say(INNER_PIECES.timeline.open);
  if (fixed) return dayText(expectedOn);
  const { late, expected } = INNER_PIECES.timeline;
  return say(expectedOn < serverToday() ? late : expected, { day: dayText(expectedOn) });
};

/** What has happened, with its time, and what is to come, with its day, which says if it is only expected or has gone by. A circle is open only for what is still to come. */
export const Timeline = ({ steps }: { readonly steps: readonly Step[] }) => (
  <View className="timeline">
    {steps.map((step) => (
      <View key={`${step.text}${step.at}`} className="timeline__step">
        {step.done ? (
          <View className="timeline__mark timeline__mark--done" aria-label={say(INNER_PIECES.timeline.done)} {...roleOf('img')}>
            <Icon name="check" />
          </View>
        ) : (
          <View className={`timeline__mark ${step.at === null ? '' : 'timeline__mark--past'}`} aria-hidden="true" />
        )}
        <Text className="timeline__text">{say(step.text)}</Text>
        <Text className="muted">{when(step)}</Text>
      </View>
    ))}
  </View>
);
