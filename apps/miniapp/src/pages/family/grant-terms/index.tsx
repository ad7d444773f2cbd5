import { kindFrom } from '@/features/binding/binding-text';
import { TermsPanel } from '@/features/binding/terms-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goBack } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function GrantTermsPage() {
  const { bindingId = '', kind } = usePageQuery();
  return (
    <Screen title="修改授权">
      <TermsPanel bindingId={bindingId} kind={kindFrom(kind) ?? 'share-funds'} onLeave={() => goBack('relatives')} />
    </Screen>
  );
}
