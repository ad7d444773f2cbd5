import { MINE } from '@gongji/texts';
import { logOut } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';

export const LogOutButton = () => (
  <Button kind="plain" icon="exit" onTap={() => void logOut()}>
    {say(MINE.logOut)}
  </Button>
);
