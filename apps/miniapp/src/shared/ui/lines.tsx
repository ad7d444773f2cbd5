import { Text, View } from '@tarojs/components';
import { say } from '../text/say';

/** Short facts with bullets; one that is longer than a line goes on beneath its own words. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <View>
    {lines.map((line) => (
      <View key={line} className="bullet">
        <Text className="bullet__mark" aria-hidden="true">
          ·
        </Text>
        <Text className="bullet__words">{say(line)}</Text>
      </View>
    ))}
  </View>
);
