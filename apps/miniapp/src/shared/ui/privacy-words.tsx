import type { PrivacyText } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { dayText } from '../text/moment';
import { Card, Section } from './card';

/** What is kept, what for and until when; who else sees what; what one may do about it. */
export const PrivacyWords = ({ text }: { readonly text: PrivacyText }) => (
  <View>
    <Text className="block">{text.lead}</Text>
    <Section title="保存什么，用来做什么">
      {text.items.map(({ what, purpose, until }) => (
        <Card key={what}>
          <Text className="block strong">{what}</Text>
          <Text className="block">{`用来：${purpose}`}</Text>
          <Text className="block muted">{`保留：${until}`}</Text>
        </Card>
      ))}
    </Section>
    <Section title="谁还能看到">
      <Card>
        <Lines lines={text.others} />
      </Card>
    </Section>
    <Section title="您可以">
      <Card>
        <Lines lines={text.rights} />
      </Card>
    </Section>
    <View className="section">
      <Text className="block muted">{`说明版本 ${text.version}，自${dayText(text.from)}起`}</Text>
    </View>
  </View>
);

/** Short facts, one a line. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <View className="stack">
    {lines.map((line) => (
      <Text key={line} className="block">{`· ${line}`}</Text>
    ))}
  </View>
);
