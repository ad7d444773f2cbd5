import { ADD_RELATIVE } from '@gongji/texts';
import { AddRelativePanel } from '@/features/binding/add/add-relative-panel';
import { OpenGrantPanel } from '@/features/binding/add/open-grant-panel';
import { kindFrom } from '@/features/binding/binding-text';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

const NEW = { kind: 'new' } as const;

/** A new relative, or with a binding and a kind in its address: that switch of a relative who is bound already. */
export default function AddRelativePage() {
  const { bindingId = '', kind } = usePageQuery();
  const grant = kindFrom(kind);
  const ways = { onOpen: (opened: string) => replaceBy('relative', { bindingId: opened }), onLeave: () => goTo('relatives') };
  return (
    <Screen title={say(grant === null ? ADD_RELATIVE.title : ADD_RELATIVE.titleOpen)}>
      {grant === null ? <AddRelativePanel subject={NEW} {...ways} /> : <OpenGrantPanel bindingId={bindingId} grant={grant} {...ways} />}
    </Screen>
  );
}
