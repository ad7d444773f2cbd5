import { OrderPanel } from '@/features/binding/order-panel';
import { Screen } from '@/shared/ui/screen';

export default function DeductionOrderPage() {
  return (
    <Screen title="扣款顺序">
      <OrderPanel />
    </Screen>
  );
}
