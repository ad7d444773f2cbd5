import type { PolicyView } from '@gongji/contract';
import { INNER_PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '../text/say';
import { Card, Section } from './card';

/** Lists what nobody has published for the region, and what is done instead. */
export const UnknownRules = ({ unknown }: { readonly unknown: PolicyView['unknown'] }) =>
  unknown.length === 0 ? null : (
    <Section title={say(INNER_PIECES.unknownRules)}>
      <Card flush>
        {unknown.map(({ kind, title, text }) => (
          <View key={kind} className="rule">
            <Text className="block strong">{say(title)}</Text>
            <Text className="rule__text">{say(text)}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
