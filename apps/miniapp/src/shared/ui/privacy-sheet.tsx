import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '../bff/use-read';
import { say } from '../text/say';
import { AgreeButton } from './agree-button';
import { Button } from './button';
import { Loaded } from './loaded';
import { PrivacyWords } from './privacy-words';
import { Sheet } from './sheet';

interface Props {
  /** What WeChat holds back, by its own name. */
  readonly api: string;
  /** With the id of the button that was tapped. */
  readonly onAgree: (buttonId: string) => void;
  readonly onDisagree: () => void;
}

const WORDS = PIECES.privacyAsked;
const PURPOSE: Readonly<Record<string, string | undefined>> = WORDS.purpose;
const BUTTON = 'agree-to-go-on';

/** WeChat requires a yes before it lets a program use certain features of the phone: says what for, shows the whole text, and offers both answers equally. */
export function PrivacySheet({ api, onAgree, onDisagree }: Props) {
  const reading = useRead('privacyText');
  return (
    <Sheet
      title={say(WORDS.title)}
      onBack={onDisagree}
      actions={
        <View>
          {reading.answer !== undefined && (
            <AgreeButton id={BUTTON} ready busyText={false} onTap={() => onAgree(BUTTON)}>
              {say(WORDS.agree)}
            </AgreeButton>
          )}
          <View className="card__notice">
            <Button kind="plain" onTap={onDisagree}>
              {say(WORDS.disagree)}
            </Button>
          </View>
        </View>
      }
    >
      <View className="stack">
        <Text className="block">{say(WORDS.text, { purpose: say(PURPOSE[api] ?? WORDS.purpose.other) })}</Text>
        <Loaded reading={reading} cards={2}>
          {(text) => <PrivacyWords text={text} />}
        </Loaded>
      </View>
    </Sheet>
  );
}
