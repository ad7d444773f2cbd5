import { UNBIND } from '@gongji/texts';
import { UnbindPanel } from '@/features/binding/unbind-panel';
import { kindFrom } from '@/features/binding/binding-text';
import { usePageQuery, usePageTitle } from '@/shared/platform/lifecycle';
import { goTo, replaceBy } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function UnbindPage() {
  const { bindingId = '', kind } = usePageQuery();
  const ending = kindFrom(kind) === null ? 'unbind' : 'close';
  const title = say(UNBIND.title[ending]);
  usePageTitle(title);
  return (
    <Screen title={title}>
      <UnbindPanel
        bindingId={bindingId}
        kind={kindFrom(kind)}
        onLeave={() => goTo('relatives')}
        onOpenPayment={(paymentId) => goTo('payment', { paymentId, bindingId, ...(kind === undefined ? {} : { kind }) })}
        onCloseInstead={(instead) => replaceBy('unbind', { bindingId, kind: instead })}
      />
    </Screen>
  );
}
