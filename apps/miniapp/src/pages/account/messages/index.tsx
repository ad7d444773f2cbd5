import { MESSAGES } from '@gongji/texts';
import { MessageList } from '@/features/messages/message-list';
import { say } from '@/shared/text/say';
import { Screen } from '@/shared/ui/screen';

export default function MessagesPage() {
  return (
    <Screen title={say(MESSAGES.title)}>
      <MessageList />
    </Screen>
  );
}
