import { BINDING } from '@gongji/texts';
import { kindFrom } from '@/features/binding/binding-text';
import { TermsPanel } from '@/features/binding/terms-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goBack } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function GrantTermsPage() {
  const { bindingId = '', kind } = usePageQuery();
  return (
    <Screen title={say(BINDING.title.terms)}>
      <TermsPanel bindingId={bindingId} kind={kindFrom(kind) ?? 'share-funds'} onLeave={() => goBack('relatives')} />
    </Screen>
  );
}
