import { MessageList } from '@/features/messages/message-list';
import { Screen } from '@/shared/ui/screen';

export default function MessagesPage() {
  return (
    <Screen title="消息">
      <MessageList />
    </Screen>
  );
}
