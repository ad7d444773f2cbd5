import type { Answer } from '@gongji/contract';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { Card } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';

const MOST = 100;

/** Who showed whose code, when, and where it was scanned. */
export function CodeLogList() {
  const log = useRead('codeLog', { query: { limit: MOST } });
  return (
    <Loaded reading={log}>
      {({ displays, nextCursor }) =>
        displays.length === 0 ? (
          <Empty icon="eye" title="还没有出示记录" text="您或家人出示医保码后，时间、出示人和扫码的机构会记在这里。" />
        ) : (
          <Card flush>
            {nextCursor !== null && <Text className="taprow__note">{`最近 ${MOST} 条`}</Text>}
            {displays.map((display) => (
              <View key={display.codeId} className="taprow">
                <View className="taprow__words">
                  <Text className="taprow__title">{`${display.shownBy} 出示了 ${display.person} 的医保码`}</Text>
                  <Text className="taprow__note">{timesText(display)}</Text>
                  <Text className="taprow__note">
                    {display.scannedAt === null
                      ? '没有被扫描'
                      : `${momentText(display.scannedAt)} 由 ${display.institution ?? '定点机构'} 扫描`}
                  </Text>
                </View>
              </View>
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}

/** A page that stayed open showed a code many times. */
const timesText = ({
  shownAt,
  lastShownAt,
  times,
}: Pick<Answer<'codeLog'>['displays'][number], 'shownAt' | 'lastShownAt' | 'times'>): string =>
  times === 1 ? momentText(shownAt) : `${momentText(shownAt)} 起，到 ${momentText(lastShownAt)}，共 ${times} 次`;
