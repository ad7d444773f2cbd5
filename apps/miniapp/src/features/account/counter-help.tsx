import { Text, View } from '@tarojs/components';
import { Card, Section } from '@/shared/ui/card';
import { HELP_TEXT } from './account-text';
import './account.scss';

/** Nobody needs a smartphone for any of this. */
export const CounterHelp = () => (
  <Section title="帮助">
    <Card>
      <Text className="block strong">{HELP_TEXT.title}</Text>
      {HELP_TEXT.ways.map((way) => (
        <View key={way} className="help__way">
          {way}
        </View>
      ))}
      <View className="help__way muted">{HELP_TEXT.privacy}</View>
    </Card>
  </Section>
);
