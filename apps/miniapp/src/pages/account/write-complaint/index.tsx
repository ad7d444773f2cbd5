import { COMPLAINTS } from '@gongji/texts';
import { knownFrom } from '@/features/complaints/complaint-draft';
import { ComplaintForm } from '@/features/complaints/complaint-form';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function WriteComplaintPage() {
  const known = knownFrom(usePageQuery());
  return (
    <Screen title={say(COMPLAINTS.write)}>
      <ComplaintForm
        known={known}
        onWritten={(complaintId) => replaceBy('complaint', { complaintId, written: '1' })}
        onList={() => goTo('complaints')}
      />
    </Screen>
  );
}
