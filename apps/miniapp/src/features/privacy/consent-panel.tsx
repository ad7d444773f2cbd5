import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { PrivacyWords } from '@/shared/ui/privacy-words';
import { WithdrawSheet } from './withdraw-sheet';

const STEP_TEXT = { given: '同意', withdrawn: '撤回' } as const;

/** What I agreed to and when, and the way to take it back. */
export function ConsentPanel() {
  const reading = useRead('privacyConsent');
  const [asked, setAsked] = useState(false);
  return (
    <Loaded reading={reading} cards={3}>
      {({ text, steps }) => (
        <View className="stack">
          <PrivacyWords text={text} />
          <Section title="您的选择">
            <Card>
              {steps.map(({ at, step, version }) => (
                <Line key={at} name={momentText(at)}>{`${STEP_TEXT[step]}（版本 ${version}）`}</Line>
              ))}
            </Card>
          </Section>
          <Button kind="danger" onTap={() => setAsked(true)}>
            撤回同意
          </Button>
          <Text className="block muted">先告诉您会怎样，再由您决定。</Text>
          {asked && <WithdrawSheet withdrawal={text.withdrawal} onKeep={() => setAsked(false)} />}
        </View>
      )}
    </Loaded>
  );
}
