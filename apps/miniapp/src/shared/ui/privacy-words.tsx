import type { PrivacyText } from '@gongji/contract';
import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { dayText } from '../text/moment';
import { say } from '../text/say';
import { Card, Section } from './card';
import { Lines } from './lines';

/** What is kept, what for and until when; who else sees what; what one may do about it. */
export const PrivacyWords = ({ text }: { readonly text: PrivacyText }) => (
  <View>
    <Text className="block">{say(text.lead)}</Text>
    <Section title={say(PIECES.privacy.kept)}>
      {text.items.map(({ what, purpose, until }) => (
        <Card key={what}>
          <Text className="block strong">{say(what)}</Text>
          <Text className="block">{say(PIECES.privacy.purpose, { text: say(purpose) })}</Text>
          <Text className="block muted">{say(PIECES.privacy.until, { text: say(until) })}</Text>
        </Card>
      ))}
    </Section>
    <Section title={say(PIECES.privacy.others)}>
      <Card>
        <Lines lines={text.others} />
      </Card>
    </Section>
    <Section title={say(PIECES.privacy.rights)}>
      <Card>
        <Lines lines={text.rights} />
      </Card>
    </Section>
    <View className="section">
      <Text className="block muted">{say(PIECES.privacy.version, { version: text.version, from: dayText(text.from) })}</Text>
    </View>
  </View>
);
