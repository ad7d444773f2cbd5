import { BINDING } from '@gongji/texts';
import { OrderPanel } from '@/features/binding/order-panel';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function DeductionOrderPage() {
  return (
    <Screen title={say(BINDING.title.order)}>
      <OrderPanel />
    </Screen>
  );
}
