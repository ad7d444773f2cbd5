import { Text, View } from '@tarojs/components';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { HELP_TEXT } from './account-text';
import './account.scss';

/** Nobody needs a smartphone for any of this. */
export const CounterHelp = ({ onHelp }: { readonly onHelp: () => void }) => (
  <Section title="帮助">
    <Card>
      <Text className="block strong">{HELP_TEXT.title}</Text>
      {HELP_TEXT.ways.map((way) => (
        <View key={way} className="help__way">
          {way}
        </View>
      ))}
      <Button kind="text" inline icon="doc" onTap={onHelp}>
        带什么、到哪里、申请表
      </Button>
      <View className="help__way muted">{HELP_TEXT.privacy}</View>
    </Card>
  </Section>
);
