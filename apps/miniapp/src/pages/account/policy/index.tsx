import { POLICY } from '@gongji/texts';
import { PolicyPanel } from '@/features/policy/policy-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PolicyPage() {
  return (
    <Screen title={say(POLICY.title)} open>
      <PolicyPanel />
    </Screen>
  );
}
