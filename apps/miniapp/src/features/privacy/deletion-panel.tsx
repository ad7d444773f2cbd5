import type { AccountDeletion } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { PRIVACY } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Lines } from '@/shared/ui/lines';
import { TapRow } from '@/shared/ui/tap-row';
import { DeletionSheet } from './deletion-sheet';

const DELETION = PRIVACY.deletion;

type Block = AccountDeletion['blocks'][number];

/** What is in the way and what ends it; then what goes, what stays, why and until when; then the typed words. */
export function DeletionPanel({ onOpen }: { readonly onOpen: (block: Block) => void }) {
  const reading = useRead('accountDeletion');
  const [asked, setAsked] = useState(false);
  return (
    <Loaded reading={reading} cards={3}>
      {(preview) => (
        <View>
          {!preview.allowed && <Blocked blocks={preview.blocks} onOpen={onOpen} onReload={reading.reload} />}
          <Section title={say(DELETION.deletes)}>
            <Card>
              <Lines lines={preview.deletes} />
            </Card>
          </Section>
          <Section title={say(DELETION.keeps)}>
            {preview.balanceFen > 0 && (
              <Text className="block muted">{say(DELETION.balance, { amount: fenText(preview.balanceFen) })}</Text>
            )}
            {preview.keeps.map((kept) => (
              <KeptCard key={kept.what} kept={kept} />
            ))}
          </Section>
          {preview.allowed && (
            <View className="section">
              <Button kind="danger" onTap={() => setAsked(true)}>
                {say(PRIVACY.rows.deletion)}
              </Button>
            </View>
          )}
          {asked && <DeletionSheet words={preview.words} onKeep={() => setAsked(false)} />}
        </View>
      )}
    </Loaded>
  );
}

const KeptCard = ({ kept: { what, why, until, assumed } }: { readonly kept: AccountDeletion['keeps'][number] }) => (
  <Card>
    <Text className="block strong">{say(what)}</Text>
    <Text className="block">{say(DELETION.why, { why: say(why) })}</Text>
    <Text className="block">{say(DELETION.until, { until: say(until) })}</Text>
    {assumed && (
      <View>
        <State tone="warn">{say(DELETION.assumed)}</State>
        <Text className="block muted">{say(DELETION.assumedNote)}</Text>
      </View>
    )}
  </Card>
);

interface BlockedProps {
  readonly blocks: readonly Block[];
  readonly onOpen: (block: Block) => void;
  readonly onReload: () => void;
}

const Blocked = ({ blocks, onOpen, onReload }: BlockedProps) => (
  <View className="stack">
    <Notice tone="warn" title={say(DELETION.blocked, { count: blocks.length })}>
      <Text className="notice__text">{say(DELETION.blockedNote)}</Text>
    </Notice>
    <Card flush>
      {blocks.map((block) =>
        block.subjectId === null ? (
          <View key={block.text} className="taprow">
            <View className="taprow__words">
              <Text className="taprow__title">{say(block.text)}</Text>
              <Text className="taprow__note">{say(block.nextStep)}</Text>
            </View>
          </View>
        ) : (
          <TapRow
            key={block.subjectId}
            icon={block.kind === 'binding' ? 'family' : 'pay'}
            title={say(block.text)}
            note={say(block.nextStep)}
            onTap={() => onOpen(block)}
          />
        ),
      )}
    </Card>
    <Button kind="plain" icon="refresh" onTap={onReload}>
      {say(DELETION.lookAgain)}
    </Button>
  </View>
);
