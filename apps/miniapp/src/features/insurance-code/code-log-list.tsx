import { Text, View } from '@tarojs/components';
import { usePages } from '@/shared/bff/use-pages';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { Loaded, Unreachable } from '@/shared/ui/loaded';
import { Refused } from '@/shared/ui/outcome';
import { byDay, type Display, scannedText, shownText, whoText } from './code-log-days';
import './code.scss';

const LIMIT = 20;

/** Who showed whose code, when, and where it was scanned, day by day. */
export function CodeLogList() {
  const { reading, items, hasMore, turning, turnPage } = usePages('codeLog', {
    query: { limit: LIMIT },
    itemsOf: ({ displays }) => displays,
  });
  return (
    <Loaded reading={reading} cards={3}>
      {() =>
        items.length === 0 ? (
          <Empty icon="eye" title="还没有出示记录" text="您或家人出示医保码后，时间、出示人和扫码的机构会记在这里。" />
        ) : (
          <View>
            {byDay(items).map(({ day, displays }) => (
              <Section key={day} title={day}>
                <Card flush>
                  {displays.map((display) => (
                    <OneDisplay key={display.codeId} display={display} />
                  ))}
                </Card>
              </Section>
            ))}
            <View className="section stack">
              {turning.kind === 'unreachable' && <Unreachable />}
              {turning.kind === 'refused' && <Refused refusal={turning.refusal} />}
              {hasMore && (
                <Button kind="plain" busyText={turning.kind === 'loading' && '正在加载…'} onTap={() => void turnPage()}>
                  更早的记录
                </Button>
              )}
            </View>
          </View>
        )
      }
    </Loaded>
  );
}

function OneDisplay({ display }: { readonly display: Display }) {
  const scanned = scannedText(display);
  return (
    <View className="taprow">
      <View className="taprow__words">
        <Text className="taprow__title">{whoText(display)}</Text>
        <Text className="taprow__note">{shownText(display)}</Text>
        {scanned === null ? (
          <Text className="taprow__note">没有被扫描</Text>
        ) : (
          <View className="log__scan">
            <Icon name="scan" />
            <Text>{scanned}</Text>
          </View>
        )}
      </View>
    </View>
  );
}
