import { UNBIND } from '@gongji/texts';
import { UnbindPanel } from '@/features/binding/unbind-panel';
import { kindFrom } from '@/features/binding/binding-text';
import { usePageQuery, usePageTitle } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function UnbindPage() {
  const { bindingId = '', kind } = usePageQuery();
  const title = say(kindFrom(kind) === null ? UNBIND.title.unbind : UNBIND.title.close);
  usePageTitle(title);
  return (
    <Screen title={title}>
      <UnbindPanel
        bindingId={bindingId}
        kind={kindFrom(kind)}
        onLeave={() => goTo('relatives')}
        onOpenPayment={(paymentId) => goTo('payment', { paymentId })}
        onCloseInstead={(instead) => replaceBy('unbind', { bindingId, kind: instead })}
      />
    </Screen>
  );
}
