import type { ConsentText } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { Card } from '@/shared/ui/card';
import { Tick } from '@/shared/ui/choice';

interface Props {
  readonly consent: ConsentText;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

export const ConsentStep = ({ consent, ticked, onTick }: Props) => (
  <View className="stack">
    <Card>
      <View className="stack">
        <Text className="lead">{consent.title}</Text>
        <Text className="block muted">{`版本 ${consent.version}`}</Text>
        {consent.paragraphs.map((paragraph) => (
          <Text key={paragraph} className="block">
            {paragraph}
          </Text>
        ))}
      </View>
    </Card>
    <Tick on={ticked} onTap={() => onTick(!ticked)} label="我已阅读并同意告知书" />
  </View>
);
