import { INNER_PIECES } from '@gongji/texts';
import { useEffect, useState } from 'react';
import { canSpeak, speak, stopSpeaking } from '../platform/speech';
import { say } from '../text/say';
import { Button } from './button';

/** For who would rather hear it. Nothing where the phone cannot speak: its own screen reader reads the same words. */
export function ReadAloud({ text }: { readonly text: string }) {
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => stopSpeaking, []);
  if (!canSpeak()) return null;
  const start = () => {
    setSpeaking(true);
    speak(text, () => setSpeaking(false));
  };
  return (
    <Button kind="plain" onTap={speaking ? stopSpeaking : start}>
      {say(speaking ? INNER_PIECES.aloud.stop : INNER_PIECES.aloud.start)}
    </Button>
  );
}
