import { Text, View } from '@tarojs/components';

interface Props {
  readonly step: number;
  readonly names: readonly string[];
}

/** Which step this is, of how many, and its name. */
export const Progress = ({ step, names }: Props) => (
  <View className="steps">
    <Text className="steps__words">{`第 ${step + 1} 步，共 ${names.length} 步 · ${names[step] ?? ''}`}</Text>
    <View className="steps__bars" aria-hidden="true">
      {names.map((name, index) => (
        <View key={name} className={`steps__bar ${index <= step ? 'steps__bar--done' : ''}`} />
      ))}
    </View>
  </View>
);
