import { PAYMENT } from '@gongji/texts';
import { useState } from 'react';
import { PremiumCheckPanel } from '@/features/premium/premium-check-panel';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function PremiumCheckPage() {
  const { personIds = '', year = '' } = usePageQuery();
  const [done, setDone] = useState(false);
  return (
    <Screen title={say(done ? PAYMENT.title.result : PAYMENT.title.check)}>
      <PremiumCheckPanel
        personIds={personIds.split(',')}
        year={Number(year)}
        onResult={() => setDone(true)}
        onPaid={(paymentId) => replaceBy('payment', { paymentId })}
        onOpen={(paymentId) => goTo('payment', { paymentId })}
        onChange={() => goTo('premium')}
        onHistory={() => goTo('payments')}
      />
    </Screen>
  );
}
