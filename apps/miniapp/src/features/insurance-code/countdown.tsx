import { INSURANCE_CODE } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import { useElder } from '@/shared/session/elder';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { countdownText, spokenText } from './code-text';

interface Props {
  readonly name: string;
  /** Names the code, so that a renewal is told from the first. */
  readonly codeId: string;
  readonly secondsLeft: number;
  readonly onRenew?: () => void;
}

/** What is left, in words: for the eye every second, for the ear only when it matters. */
export function Countdown({ name, codeId, secondsLeft, onRenew }: Props) {
  const elder = useElder();
  const firstId = useRef(codeId);
  return (
    <View className="code__count">
      <Icon name="clock" />
      <Text id="code-count" className="code__left">
        {countdownText(secondsLeft, elder)}
      </Text>
      <View className="spoken" aria-live="polite">
        {spokenText({ name, first: firstId.current === codeId, secondsLeft })}
      </View>
      {onRenew !== undefined && (
        <Button kind="text" inline icon="refresh" onTap={onRenew}>
          {say(INSURANCE_CODE.countdown.renew)}
        </Button>
      )}
    </View>
  );
}
