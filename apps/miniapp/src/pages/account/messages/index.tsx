import type { Message } from '@gongji/contract';
import { MESSAGES } from '@gongji/texts';
import { MessageList } from '@/features/messages/message-list';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

type About = NonNullable<Message['about']>;

const OPEN: Readonly<Record<About['kind'], (id: string) => void>> = {
  binding: (bindingId) => goTo('relative', { bindingId }),
  payment: (paymentId) => goTo('payment', { paymentId }),
  premium: () => goTo('premium'),
  settlement: (settlementId) => goTo('settlement', { settlementId }),
  complaint: (complaintId) => goTo('complaint', { complaintId }),
};

export default function MessagesPage() {
  return (
    <Screen title={say(MESSAGES.title)}>
      <MessageList onOpen={({ kind, id }) => OPEN[kind](id)} />
    </Screen>
  );
}
