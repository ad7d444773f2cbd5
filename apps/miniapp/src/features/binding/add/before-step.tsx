import { Text, View } from '@tarojs/components';
import { Card, Section } from '@/shared/ui/card';
import { BEFORE } from './add-text';

export const BeforeStep = () => (
  <View>
    <Card>
      <Text className="lead">谁可以绑定</Text>
      <Text className="block">{BEFORE.who}</Text>
    </Card>
    <Card>
      <Text className="lead">请准备</Text>
      {BEFORE.papers.map((paper) => (
        <Text key={paper} className="block">{`· ${paper}`}</Text>
      ))}
    </Card>
    <Card>
      <Text className="lead">需要多久</Text>
      <Text className="block">{BEFORE.time}</Text>
    </Card>
    <Section title="两个开关，各管一件事">
      {BEFORE.grants.map(([title, text]) => (
        <Card key={title}>
          <Text className="lead">{title}</Text>
          <Text className="block">{text}</Text>
        </Card>
      ))}
    </Section>
  </View>
);
