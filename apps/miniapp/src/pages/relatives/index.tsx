import { WORDS } from '@gongji/texts';
import { RelativeList } from '@/features/binding/relative-list';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function RelativesPage() {
  return (
    <Screen title={say(WORDS.tab.relatives)} tab>
      <RelativeList
        onAdd={() => goTo('add-relative')}
        onOpen={({ bindingId, awaitsMe }) => goTo(awaitsMe ? 'invitation' : 'relative', { bindingId })}
        onWhy={({ bindingId }) => goTo('relative', { bindingId, at: 'explanation' })}
        onOpenGrant={({ bindingId }, kind) => goTo('add-relative', { bindingId, kind })}
        onClose={({ bindingId }, kind) => goTo('unbind', { bindingId, kind })}
      />
    </Screen>
  );
}
