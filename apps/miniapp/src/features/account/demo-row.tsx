import { MINE } from '@gongji/texts';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

/** For whoever builds on this: every component in every state, in the real program. */
export function DemoRow({ onOpen }: { readonly onOpen: () => void }) {
  const { demo } = useMe();
  if (!demo) return null;
  return (
    <Card flush>
      <TapRow icon="eye" title={say(MINE.rows.demo)} note={say(MINE.rows.demoNote)} onTap={onOpen} />
    </Card>
  );
}
