import { MINE } from '@gongji/texts';
import { ComplaintList } from '@/features/complaints/complaint-list';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function ComplaintsPage() {
  return (
    <Screen title={say(MINE.rows.complaints)}>
      <ComplaintList onWrite={() => goTo('write-complaint')} onOpen={(complaintId) => goTo('complaint', { complaintId })} />
    </Screen>
  );
}
