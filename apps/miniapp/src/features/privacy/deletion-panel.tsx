import type { AccountDeletion } from '@gongji/contract';
import { fenText } from '@gongji/domain';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '@/shared/bff/use-read';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice, State } from '@/shared/ui/notice';
import { Lines } from '@/shared/ui/privacy-words';
import { TapRow } from '@/shared/ui/tap-row';
import { DeletionSheet } from './deletion-sheet';

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
          <Section title="注销后没有了">
            <Card>
              <Lines lines={preview.deletes} />
            </Card>
          </Section>
          <Section title="必须保留">
            {preview.balanceFen > 0 && (
              <Text className="block muted">{`个人账户里的 ${fenText(preview.balanceFen)} 不受影响，仍归您，由医保经办机构管。`}</Text>
            )}
            {preview.keeps.map((kept) => (
              <KeptCard key={kept.what} kept={kept} />
            ))}
          </Section>
          {preview.allowed && (
            <Button kind="danger" onTap={() => setAsked(true)}>
              注销账户
            </Button>
          )}
          {asked && <DeletionSheet words={preview.words} onKeep={() => setAsked(false)} />}
        </View>
      )}
    </Loaded>
  );
}

const KeptCard = ({ kept: { what, why, until, assumed } }: { readonly kept: AccountDeletion['keeps'][number] }) => (
  <Card>
    <Text className="block strong">{what}</Text>
    <Text className="block">{`为什么：${why}`}</Text>
    <Text className="block">{`到什么时候：${until}`}</Text>
    {assumed && (
      <View>
        <State tone="warn">推定</State>
        <Text className="block muted">没有查到对本系统的公开规定，期限和依据是推定的。</Text>
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
    <Notice tone="warn" title={`现在还不能注销：有 ${blocks.length} 件事没有办完`}>
      <Text className="notice__text">一件一件办完，再回到这里。</Text>
    </Notice>
    <Card flush>
      {blocks.map((block) =>
        block.subjectId === null ? (
          <View key={block.text} className="taprow">
            <View className="taprow__words">
              <Text className="taprow__title">{block.text}</Text>
              <Text className="taprow__note">{block.nextStep}</Text>
            </View>
          </View>
        ) : (
          <TapRow
            key={block.subjectId}
            icon={block.kind === 'binding' ? 'family' : 'pay'}
            title={block.text}
            note={block.nextStep}
            onTap={() => onOpen(block)}
          />
        ),
      )}
    </Card>
    <Button kind="plain" icon="refresh" onTap={onReload}>
      办完了，再看一次
    </Button>
  </View>
);
