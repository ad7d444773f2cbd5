import { MINE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import './account.scss';

const { care, counter, family } = MINE.help;

/** Nobody needs a smartphone for any of this. */
export const CounterHelp = ({ onHelp }: { readonly onHelp: () => void }) => (
  <Section title={say(MINE.help.part)}>
    <Card>
      <Text className="block strong">{say(MINE.help.title)}</Text>
      {[care, counter, family].map((way) => (
        <View key={way} className="help__way">
          {say(way)}
        </View>
      ))}
      <Button kind="text" inline icon="doc" onTap={onHelp}>
        {say(MINE.help.more)}
      </Button>
      <View className="help__way muted">{say(MINE.help.privacy)}</View>
    </Card>
  </Section>
);
