import { PolicyPanel } from '@/features/policy/policy-panel';
import { Screen } from '@/shared/ui/screen';

export default function PolicyPage() {
  return (
    <Screen title="地区规则" open>
      <PolicyPanel />
    </Screen>
  );
}
