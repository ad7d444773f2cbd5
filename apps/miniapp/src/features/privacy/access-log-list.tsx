import { Text, View } from '@tarojs/components';
import { usePages } from '@/shared/bff/use-pages';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { OlderPages } from '@/shared/ui/older-pages';
import { byDay, type Look, type LookerOfDay, timeOf } from './access-log-days';

const LIMIT = 30;

/** Who looked at my data, day by day: who, what, when, and why it was allowed. */
export function AccessLogList() {
  const pages = usePages('accessLog', { query: { limit: LIMIT }, itemsOf: ({ looks }) => looks });
  return (
    <Loaded reading={pages.reading} cards={3}>
      {() =>
        pages.items.length === 0 ? (
          <Empty icon="eye" title="还没有人看过" text="家人或医药机构看到您的信息时，会记在这里：谁、看了什么、什么时候、为什么可以看。" />
        ) : (
          <View>
            <Text className="block muted">同一个人同一天看同样的内容，只记第一次。您自己看的不记。</Text>
            {byDay(pages.items).map(({ day, lookers }) => (
              <Section key={day} title={day}>
                {lookers.map((looker) => (
                  <OneLooker key={looker.whoKind + looker.who} looker={looker} />
                ))}
              </Section>
            ))}
            <OlderPages pages={pages} label="更早的记录" />
          </View>
        )
      }
    </Loaded>
  );
}

const KIND_TEXT: Readonly<Record<Look['whoKind'], string>> = { person: '家人或其他人', institution: '医药机构', anybody: '不知道是谁' };

const OneLooker = ({ looker: { who, whoKind, looks } }: { readonly looker: LookerOfDay }) => (
  <Card>
    <View className="stack">
      <Text className="lead">{`${who}（${KIND_TEXT[whoKind]}）`}</Text>
      {looks.map((look) => (
        <View key={look.lookId}>
          <Text className="block">{`${timeOf(look)} ${look.what}`}</Text>
          <Text className="block muted">{`为什么可以：${look.why}`}</Text>
        </View>
      ))}
    </View>
  </Card>
);
