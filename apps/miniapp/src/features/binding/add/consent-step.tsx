import type { ConsentText } from '@gongji/contract';
import { ADD_RELATIVE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/tick';

interface Props {
  readonly consent: ConsentText;
  readonly ticked: boolean;
  readonly error: string | undefined;
  readonly onTick: (ticked: boolean) => void;
}

export const ConsentStep = ({ consent, ticked, error, onTick }: Props) => (
  <View className="stack">
    <Card>
      <View className="stack">
        <Text className="lead">{say(consent.title)}</Text>
        <Text className="block muted">{say(ADD_RELATIVE.consent.version, { version: consent.version })}</Text>
        {consent.paragraphs.map((paragraph) => (
          <Text key={paragraph} className="block">
            {say(paragraph)}
          </Text>
        ))}
      </View>
    </Card>
    <Tick id="consent" error={error} on={ticked} onTap={() => onTick(!ticked)} label={say(ADD_RELATIVE.consent.tick)} />
  </View>
);
