import { LimitPanel } from '@/features/binding/limit-panel';
import { Screen } from '@/shared/ui/screen';

export default function SharedLimitPage() {
  return (
    <Screen title="共用限额">
      <LimitPanel />
    </Screen>
  );
}
