import { MINE } from '@gongji/texts';
import { ComplaintDetail } from '@/features/complaints/complaint-detail';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function ComplaintPage() {
  const { complaintId = '', written } = usePageQuery();
  return (
    <Screen title={say(MINE.rows.complaints)}>
      <ComplaintDetail complaintId={complaintId} justWritten={written === '1'} />
    </Screen>
  );
}
