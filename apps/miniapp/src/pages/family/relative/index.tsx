import { BINDING } from '@gongji/texts';
import { RelativeDetail } from '@/features/binding/relative-detail';
import { usePageQuery } from '@/shared/platform/lifecycle';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { ReportAbout } from '@/shared/ui/report-problem';
import { Screen } from '@/shared/ui/screen';

export default function RelativePage() {
  const { bindingId = '', at } = usePageQuery();
  return (
    <Screen title={say(BINDING.title.relative)}>
      <RelativeDetail
        bindingId={bindingId}
        atExplanation={at === 'explanation'}
        onAnswer={() => goTo('invitation', { bindingId })}
        onUnbind={(kind) => goTo('unbind', kind === undefined ? { bindingId } : { bindingId, kind })}
        onChange={(kind) => goTo('grant-terms', { bindingId, kind })}
        onOpenGrant={(kind) => goTo('add-relative', { bindingId, kind })}
        onOrder={() => goTo('deduction-order')}
        onLimit={() => goTo('shared-limit')}
      />
      <ReportAbout about="binding" id={bindingId} />
    </Screen>
  );
}
