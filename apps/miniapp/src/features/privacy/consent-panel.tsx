import { PRIVACY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { PrivacyWords } from '@/shared/ui/privacy-words';
import { WithdrawSheet } from './withdraw-sheet';

/** What I agreed to and when, and the way to take it back. */
export function ConsentPanel() {
  const reading = useRead('privacyConsent');
  const [asked, setAsked] = useState(false);
  return (
    <Loaded reading={reading} cards={3}>
      {({ text, steps }) => (
        <View className="stack">
          <PrivacyWords text={text} />
          <Section title={say(PRIVACY.consent.steps)}>
            <Card>
              {steps.map(({ at, step, version }) => (
                <Line key={at} name={momentText(at)}>
                  {say(PRIVACY.consent[step], { version })}
                </Line>
              ))}
            </Card>
          </Section>
          <Button kind="danger" onTap={() => setAsked(true)}>
            {say(PRIVACY.consent.withdraw)}
          </Button>
          <Text className="block muted">{say(PRIVACY.consent.withdrawNote)}</Text>
          {asked && <WithdrawSheet withdrawal={text.withdrawal} onKeep={() => setAsked(false)} />}
        </View>
      )}
    </Loaded>
  );
}
