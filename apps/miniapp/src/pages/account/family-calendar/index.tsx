import type { FamilyDateView } from '@gongji/contract';
import { CALENDAR } from '@gongji/texts';
import { FamilyCalendar } from '@/features/calendar/family-calendar';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

/** Where something can be done about a day. */
function open({ kind, bindingId, paymentId }: FamilyDateView): void {
  if (paymentId !== null) goTo('payment', { paymentId });
  else if (kind === 'window-opens' || kind === 'window-closes') goTo('premium');
  else if (bindingId !== null) goTo(kind === 'accept-by' ? 'invitation' : 'relative', { bindingId });
}

export default function FamilyCalendarPage() {
  return (
    <Screen title={say(CALENDAR.title)}>
      <FamilyCalendar onOpen={open} onAddRelative={() => goTo('add-relative')} />
    </Screen>
  );
}
