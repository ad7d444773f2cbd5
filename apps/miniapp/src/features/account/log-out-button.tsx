import { MINE } from '@gongji/texts';
import { useRef, useState } from 'react';
import { logOut } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';

export function LogOutButton() {
  const [leaving, setLeaving] = useState(false);
  // State is stale inside a double tap, a ref is not.
  const tapped = useRef(false);
  const leave = () => {
    if (tapped.current) return;
    tapped.current = true;
    setLeaving(true);
    void logOut();
  };
  return (
    <Button kind="plain" icon="exit" busyText={leaving && say(MINE.loggingOut)} onTap={leave}>
      {say(MINE.logOut)}
    </Button>
  );
}
