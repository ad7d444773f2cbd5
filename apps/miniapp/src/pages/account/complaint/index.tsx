import { ComplaintDetail } from '@/features/complaints/complaint-detail';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { Screen } from '@/shared/ui/screen';

export default function ComplaintPage() {
  const { complaintId = '', written } = usePageQuery();
  return (
    <Screen title="投诉建议">
      <ComplaintDetail complaintId={complaintId} justWritten={written === '1'} />
    </Screen>
  );
}
