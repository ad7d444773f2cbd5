import { SESSION, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { goTo } from '@/shared/platform/navigation';
import { weChatAgrees } from '@/shared/platform/privacy';
import { say } from '@/shared/text/say';
import { AgreeButton } from '@/shared/ui/agree-button';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { PrivacyWords } from '@/shared/ui/privacy-words';
import { TapRow } from '@/shared/ui/tap-row';
import { useTickFirst } from '@/shared/ui/use-tick-first';

interface Props {
  readonly busy: boolean;
  readonly onAgree: (version: string) => void;
  readonly onBack: () => void;
}

/** Before the first log-in, and where the text has changed: read, tick, agree. Whoever does not has somewhere to go. */
export function ConsentStep({ busy, onAgree, onBack }: Props) {
  const reading = useRead('privacyText');
  const [declined, setDeclined] = useState(false);
  const { ticked, box, unlessUnticked } = useTickFirst('consent', say(SESSION.consent.tick));
  const agree = async (version: string) => {
    if (await weChatAgrees()) onAgree(version);
  };
  if (declined) return <Declined onBack={() => setDeclined(false)} />;
  return (
    <Loaded reading={reading} cards={3}>
      {(text) => (
        <View className="stack">
          <Text className="title">{say(text.title)}</Text>
          <PrivacyWords text={text} />
          {box}
          <AgreeButton ready={ticked} busyText={busy && say(SESSION.loggingIn)} onTap={unlessUnticked(() => void agree(text.version))}>
            {say(SESSION.consent.agree)}
          </AgreeButton>
          <Button kind="plain" off={busy} onTap={() => setDeclined(true)}>
            {say(SESSION.consent.decline)}
          </Button>
          <Button kind="text" off={busy} onTap={onBack}>
            {say(WORDS.back)}
          </Button>
        </View>
      )}
    </Loaded>
  );
}

const Declined = ({ onBack }: { readonly onBack: () => void }) => (
  <View className="stack">
    <Text className="title">{say(SESSION.declined.title)}</Text>
    <Text className="block">{say(SESSION.declined.lead)}</Text>
    <Card flush>
      <TapRow icon="book" title={say(SESSION.declined.policy)} note={say(SESSION.declined.policyNote)} onTap={() => goTo('policy')} />
    </Card>
    <Card>
      <Text className="block strong">{say(SESSION.declined.counter)}</Text>
      <Text className="block">{say(SESSION.declined.counterText)}</Text>
    </Card>
    <Button kind="plain" onTap={onBack}>
      {say(SESSION.declined.back)}
    </Button>
  </View>
);
