import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded, Skeleton, Unreachable, UnreachableOnce } from '@/shared/ui/loaded';
import { OlderPages } from '@/shared/ui/older-pages';
import { LOADING, OFFLINE, READ, REFUSED, stale } from './samples';

const nothing = () => undefined;
const turnPage = () => Promise.resolve();

/** A page that reads: loading, ok, empty, offline, offline with what was read before, refused. */
export function ReadSamples() {
  const [opened] = useState(Date.now);
  return (
    <View>
      <Section title="正在读">
        <Loaded reading={LOADING}>{show}</Loaded>
        <Skeleton cards={1} />
      </Section>
      <Section title="读到了">
        <Loaded reading={READ}>{show}</Loaded>
      </Section>
      <Section title="还没有内容">
        <Card>
          <Empty icon="family" title="还没有家人" text="绑定以后，这里列出家人。">
            <Button icon="plus" onTap={nothing}>
              绑定家人
            </Button>
          </Empty>
        </Card>
      </Section>
      <Section title="还有更早的">
        <OlderPages pages={{ hasMore: true, turning: { kind: 'idle' }, turnPage }} label="更早的记录" />
      </Section>
      <Section title="连不上，没有读过">
        <Loaded reading={OFFLINE}>{show}</Loaded>
      </Section>
      <Section title="连不上，读过">
        <Loaded reading={stale(opened)}>{show}</Loaded>
      </Section>
      <Section title="连不上，只说一句">
        <Unreachable />
      </Section>
      <Section title="连不上，一页里有几项">
        <UnreachableOnce>
          <Loaded reading={stale(opened)}>{show}</Loaded>
          <Loaded reading={OFFLINE}>{show}</Loaded>
        </UnreachableOnce>
      </Section>
      <Section title="没有读成">
        <Loaded reading={REFUSED}>{show}</Loaded>
      </Section>
    </View>
  );
}

const show = (answer: string) => (
  <Card>
    <Text>{answer}</Text>
  </Card>
);
