import { PRIVACY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { usePages } from '@/shared/bff/use-pages';
import { say } from '@/shared/text/say';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { OlderPages } from '@/shared/ui/older-pages';
import { byDay, type LookerOfDay, timeOf } from './access-log-days';

const LOOKS = PRIVACY.looks;
const LIMIT = 30;

/** Who looked at my data, day by day: who, what, when, and why it was allowed. */
export function AccessLogList() {
  const pages = usePages('accessLog', { query: { limit: LIMIT }, itemsOf: ({ looks }) => looks });
  return (
    <Loaded reading={pages.reading} cards={3}>
      {() =>
        pages.items.length === 0 ? (
          <Empty icon="eye" title={say(LOOKS.none)} text={say(LOOKS.noneText)} />
        ) : (
          <View>
            <Text className="block muted">{say(LOOKS.once)}</Text>
            {byDay(pages.items).map(({ day, lookers }) => (
              <Section key={day} title={day}>
                {lookers.map((looker) => (
                  <OneLooker key={looker.whoKind + looker.who} looker={looker} />
                ))}
              </Section>
            ))}
            <OlderPages pages={pages} label={say(LOOKS.older)} />
          </View>
        )
      }
    </Loaded>
  );
}

const OneLooker = ({ looker: { who, whoKind, looks } }: { readonly looker: LookerOfDay }) => (
  <Card>
    <View className="stack">
      <Text className="lead">{say(LOOKS.looker, { who: say(who), kind: say(LOOKS[whoKind]) })}</Text>
      {looks.map((look) => (
        <View key={look.lookId}>
          <Text className="block">{`${timeOf(look)} ${say(look.what)}`}</Text>
          <Text className="block muted">{say(LOOKS.why, { why: say(look.why) })}</Text>
        </View>
      ))}
    </View>
  </Card>
);
