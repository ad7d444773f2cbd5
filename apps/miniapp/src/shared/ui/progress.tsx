import { INNER_PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '../text/say';

interface Props {
  readonly step: number;
  readonly names: readonly string[];
}

/** Which step this is, of how many, and its name. */
export const Progress = ({ step, names }: Props) => (
  <View className="steps">
    <Text className="steps__words">{say(INNER_PIECES.step, { step: step + 1, steps: names.length, name: names[step] ?? '' })}</Text>
    <View className="steps__bars" aria-hidden="true">
      {names.map((name, index) => (
        <View key={name} className={`steps__bar ${index <= step ? 'steps__bar--done' : ''}`} />
      ))}
    </View>
  </View>
);
