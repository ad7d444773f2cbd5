import type { Message } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';

/** Every debit and every change, in full: nothing is hidden behind a tap. */
export function MessageList() {
  const reading = useRead('messages');
  return (
    <Loaded reading={reading} cards={3}>
      {({ messages }) =>
        messages.length === 0 ? (
          <Empty icon="bell" title="还没有消息" text="扣款、绑定和代缴有变化时，会在这里告诉您。" />
        ) : (
          <View>
            {messages.map((message) => (
              <OneMessage key={message.messageId} message={message} />
            ))}
          </View>
        )
      }
    </Loaded>
  );
}

const OneMessage = ({ message: { at, title, text } }: { readonly message: Message }) => (
  <Card>
    <Text className="lead">{title}</Text>
    <Text className="block">{text}</Text>
    <Text className="block muted">{momentText(at)}</Text>
  </Card>
);
