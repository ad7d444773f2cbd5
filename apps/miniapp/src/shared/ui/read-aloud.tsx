import { INNER_PIECES } from '@gongji/texts';
import { useEffect, useState } from 'react';
import { canSpeak, speak, stopSpeaking } from '../platform/speech';
import { say } from '../text/say';
import { Button } from './button';

/** Reads a text aloud for those who would rather listen. Nothing if the phone cannot speak; a screen reader reads the same words. */
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
