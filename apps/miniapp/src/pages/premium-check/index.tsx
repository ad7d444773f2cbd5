import { PremiumCheckPanel } from '@/features/premium/premium-check-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { Screen } from '@/shared/ui/screen';

export default function PremiumCheckPage() {
  const { personId = '', year = '' } = usePageQuery();
  return (
    <Screen title="核对代缴">
      <PremiumCheckPanel
        personId={personId}
        year={Number(year)}
        onPaid={({ paymentId }) => replaceBy('payment', { paymentId })}
        onChange={() => goTo('premium')}
      />
    </Screen>
  );
}
