import { useMe } from '@/shared/session/session';
import { Card } from '@/shared/ui/card';
import { TapRow } from '@/shared/ui/tap-row';

/** For whoever builds on this: every component in every state, in the real program. */
export function DemoRow({ onOpen }: { readonly onOpen: () => void }) {
  const { demo } = useMe();
  if (!demo) return null;
  return (
    <Card flush>
      <TapRow icon="eye" title="组件一览" note="演示：每个组件的每种状态" onTap={onOpen} />
    </Card>
  );
}
