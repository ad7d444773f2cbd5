import { knownFrom } from '@/features/complaints/complaint-draft';
import { ComplaintForm } from '@/features/complaints/complaint-form';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function WriteComplaintPage() {
  const known = knownFrom(usePageQuery());
  return (
    <Screen title="写投诉建议">
      <ComplaintForm
        known={known}
        onWritten={(complaintId) => replaceBy('complaint', { complaintId, written: '1' })}
        onList={() => goTo('complaints')}
      />
    </Screen>
  );
}
