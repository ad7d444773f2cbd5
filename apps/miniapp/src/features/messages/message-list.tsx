import type { Message } from '@gongji/contract';
import { MESSAGE_KIND_TEXT, type MessageKind } from '@gongji/domain';
import { MESSAGES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '@/shared/bff/use-pages';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { unbroken } from '@/shared/text/unbroken';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf, type Option } from '@/shared/ui/choice';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { OlderPages } from '@/shared/ui/older-pages';
import { useSeen } from './use-seen';

/** So many at once that what has come since the last look is all there. */
const LIMIT = 100;

/** Every debit and every change, in full: nothing is hidden behind a tap. */
export function MessageList({ onOpen }: Pick<OneProps, 'onOpen'>) {
  const [kind, setKind] = useState<MessageKind | null>(null);
  const pages = usePages('messages', {
    query: { limit: LIMIT, ...(kind !== null && { kind }) },
    itemsOf: ({ messages }) => messages,
  });
  const { reading, items } = pages;
  // Of one kind the newest is not the newest of all: what was left out has not been seen.
  const unseen = useSeen(kind === null && reading.phase === 'ok' ? items : []);
  return (
    <View className="stack">
      <KindFilter kind={kind} many={items.length >= MANY} onChange={setKind} />
      <Loaded reading={reading} cards={3}>
        {() =>
          items.length === 0 ? (
            <Nothing kind={kind} />
          ) : (
            <View>
              {items.map((message) => (
                <OneMessage
                  key={message.messageId}
                  message={message}
                  isNew={unseen.has(message.messageId) || !message.read}
                  onOpen={onOpen}
                />
              ))}
              <OlderPages pages={pages} label={say(MESSAGES.older)} />
            </View>
          )
        }
      </Loaded>
    </View>
  );
}

/** Fewer are looked through faster than filtered. */
const MANY = 8;

const ALL = 'all';
const options = (): readonly Option<MessageKind | typeof ALL>[] => [
  { value: ALL, label: say(MESSAGES.filter.all) },
  ...(Object.keys(MESSAGE_KIND_TEXT) as MessageKind[]).map((value) => ({ value, label: say(MESSAGE_KIND_TEXT[value]) })),
];

interface FilterProps {
  readonly kind: MessageKind | null;
  readonly many: boolean;
  readonly onChange: (kind: MessageKind | null) => void;
}

function KindFilter({ kind, many, onChange }: FilterProps) {
  const [open, setOpen] = useState(false);
  if (!many && kind === null) return null;
  const name = say(kind === null ? MESSAGES.filter.all : MESSAGE_KIND_TEXT[kind]);
  return (
    <View>
      <Button kind="text" inline expanded={open} onTap={() => setOpen(!open)}>
        {say(MESSAGES.filter.now, { kind: name })}
      </Button>
      {open && (
        <OneOf
          grid="short"
          label={say(MESSAGES.filter.label)}
          options={options()}
          value={kind ?? ALL}
          onChange={(chosen) => {
            onChange(chosen === ALL ? null : chosen);
            setOpen(false);
          }}
        />
      )}
    </View>
  );
}

const Nothing = ({ kind }: { readonly kind: MessageKind | null }) =>
  kind === null ? (
    <Empty icon="bell" title={say(MESSAGES.none.title)} text={say(MESSAGES.none.text)} />
  ) : (
    <Empty icon="bell" title={say(MESSAGES.noneOfKind.title)} text={say(MESSAGES.noneOfKind.text)} />
  );

interface OneProps {
  readonly message: Message;
  readonly isNew: boolean;
  readonly onOpen: (about: NonNullable<Message['about']>) => void;
}

const OneMessage = ({ message: { at, title, text, about }, isNew, onOpen }: OneProps) => (
  <Card>
    {isNew && (
      <State tone="info" icon="bell">
        {say(MESSAGES.unread)}
      </State>
    )}
    <Text className="lead">{say(title)}</Text>
    <Text className="block">{unbroken(say(text))}</Text>
    <Text className="block muted">{momentText(at)}</Text>
    {about !== null && (
      <Button kind="text" inline label={say(MESSAGES.openOf, { title: say(title) })} onTap={() => onOpen(about)}>
        {say(MESSAGES.open)}
      </Button>
    )}
  </Card>
);
