import { PRIVACY } from '@gongji/texts';
import { DeletionPanel } from '@/features/privacy/deletion-panel';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function DeleteAccountPage() {
  return (
    <Screen title={say(PRIVACY.rows.deletion)}>
      <DeletionPanel
        onOpen={({ kind, subjectId }) => {
          if (subjectId !== null && kind === 'binding') goTo('unbind', { bindingId: subjectId });
          if (subjectId !== null && kind === 'payment') goTo('payment', { paymentId: subjectId });
        }}
      />
    </Screen>
  );
}
