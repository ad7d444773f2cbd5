import { InvitationPanel } from '@/features/binding/invitation-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function InvitationPage() {
  const { bindingId = '' } = usePageQuery();
  return (
    <Screen title="绑定邀请">
      <InvitationPanel bindingId={bindingId} onLeave={() => goTo('relatives')} />
    </Screen>
  );
}
