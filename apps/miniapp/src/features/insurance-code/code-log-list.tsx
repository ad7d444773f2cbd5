import { ACCOUNT, CODE_LOG } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { usePages } from '@/shared/bff/use-pages';
import { tappable } from '@/shared/platform/a11y';
import { goTo } from '@/shared/platform/navigation';
import { say } from '@/shared/text/say';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { Loaded } from '@/shared/ui/loaded';
import { OlderPages } from '@/shared/ui/older-pages';
import { byDay, type Display, scannedText, shownText, whoText } from './code-log-days';
import './code-log.scss';

const LIMIT = 20;

/** Who showed whose code, when, and where it was scanned, day by day. */
export function CodeLogList() {
  const pages = usePages('codeLog', {
    query: { limit: LIMIT },
    itemsOf: ({ displays }) => displays,
  });
  return (
    <Loaded reading={pages.reading} cards={3}>
      {() =>
        pages.items.length === 0 ? (
          <Empty icon="eye" title={say(CODE_LOG.none)} text={say(CODE_LOG.noneText)} />
        ) : (
          <View>
            {byDay(pages.items).map(({ day, displays }) => (
              <Section key={day} title={day}>
                <Card flush>
                  {displays.map((display) => (
                    <OneDisplay key={display.codeId} display={display} />
                  ))}
                </Card>
              </Section>
            ))}
            <OlderPages pages={pages} label={say(CODE_LOG.older)} />
          </View>
        )
      }
    </Loaded>
  );
}

/** What was settled on a code is the person's own to see, whoever showed it. */
function OneDisplay({ display }: { readonly display: Display }) {
  const scanned = scannedText(display);
  const { settlementId } = display;
  return (
    <View className="taprow" {...(settlementId === null ? {} : tappable(() => goTo('settlement', { settlementId })))}>
      <View className="taprow__words">
        <Text className="taprow__title">{whoText(display)}</Text>
        <Text className="taprow__note">{shownText(display)}</Text>
        {scanned === null ? (
          <Text className="taprow__note">{say(CODE_LOG.notScanned)}</Text>
        ) : (
          <View className="log__scan">
            <Icon name="scan" />
            <Text>{scanned}</Text>
          </View>
        )}
        {settlementId !== null && <Text className="log__open">{say(ACCOUNT.settlement.open)}</Text>}
      </View>
    </View>
  );
}
