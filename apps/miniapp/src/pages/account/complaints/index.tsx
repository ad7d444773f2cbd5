import { ComplaintList } from '@/features/complaints/complaint-list';
import { goTo } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function ComplaintsPage() {
  return (
    <Screen title="投诉建议">
      <ComplaintList onWrite={() => goTo('write-complaint')} onOpen={(complaintId) => goTo('complaint', { complaintId })} />
    </Screen>
  );
}
