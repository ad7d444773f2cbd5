import type { PolicyView } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { Card, Section } from './card';

/** What nobody published for the region, and what is done instead: said, not passed over. */
export const UnknownRules = ({ unknown }: { readonly unknown: PolicyView['unknown'] }) =>
  unknown.length === 0 ? null : (
    <Section title="未查到公开规定">
      <Card flush>
        {unknown.map(({ kind, title, text }) => (
          <View key={kind} className="rule">
            <Text className="block strong">{title}</Text>
            <Text className="rule__text">{text}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
