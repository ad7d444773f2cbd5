import type { PaymentView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dayText, momentText } from '../text/moment';
import { Icon } from './icon';

type Step = PaymentView['timeline'][number];

const when = ({ at, expectedOn }: Step): string => {
  if (at !== null) return momentText(at);
  return expectedOn === null ? '时间待定' : `预计 ${dayText(expectedOn)}`;
};

export const Timeline = ({ steps }: { readonly steps: readonly Step[] }) => (
  <View className="timeline">
    {steps.map((step) => (
      <View key={`${step.text}${step.at}`} className="timeline__step">
        <View className={`timeline__mark ${step.done ? 'timeline__mark--done' : ''}`} aria-hidden="true">
          {step.done && <Icon name="check" />}
        </View>
        <Text className="timeline__text">{`${step.text}${step.done ? '（已完成）' : ''}`}</Text>
        <Text className="muted">{when(step)}</Text>
      </View>
    ))}
  </View>
);
