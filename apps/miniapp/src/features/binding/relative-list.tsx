import type { BindingView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { tappable } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { relationOfOther } from './binding-text';
import { GrantStates } from './grant-states';

interface Props {
  readonly onOpen: (binding: BindingView) => void;
  readonly onAdd: () => void;
}

/** What awaits me first, then whom I bound, then who bound me. */
export function RelativeList({ onOpen, onAdd }: Props) {
  const reading = useRead('bindings');
  return (
    <Loaded reading={reading} cards={3}>
      {({ bindings }) => {
        const live = bindings.filter(({ state }) => state !== 'ended');
        const mine = live.filter(({ myRole, awaitsMe }) => myRole === 'owner' && !awaitsMe);
        const others = live.filter(({ myRole, awaitsMe }) => myRole === 'relative' && !awaitsMe);
        return (
          <View>
            <Group title="等您确认" bindings={live.filter(({ awaitsMe }) => awaitsMe)} onOpen={onOpen} />
            {live.length === 0 && (
              <Card>
                <Empty icon="family" title="还没有绑定家人" text="绑定后可以出示家人的医保码，或用您的个人账户帮家人付。约需 3 分钟。">
                  <Button icon="plus" onTap={onAdd}>
                    绑定家人
                  </Button>
                </Empty>
              </Card>
            )}
            <Group title="我绑定的家人" bindings={mine} onOpen={onOpen} />
            <Group title="绑定了我的家人" bindings={others} onOpen={onOpen} />
            {live.length > 0 && (
              <View className="section">
                <Button icon="plus" onTap={onAdd}>
                  绑定家人
                </Button>
              </View>
            )}
            <Group title="已结束" bindings={bindings.filter(({ state }) => state === 'ended')} onOpen={onOpen} />
          </View>
        );
      }}
    </Loaded>
  );
}

interface GroupProps {
  readonly title: string;
  readonly bindings: readonly BindingView[];
  readonly onOpen: (binding: BindingView) => void;
}

const Group = ({ title, bindings, onOpen }: GroupProps) =>
  bindings.length === 0 ? null : (
    <Section title={title}>
      {bindings.map((binding) => (
        <RelativeCard key={binding.bindingId} binding={binding} onOpen={() => onOpen(binding)} />
      ))}
    </Section>
  );

const RelativeCard = ({ binding, onOpen }: { readonly binding: BindingView; readonly onOpen: () => void }) => (
  <View className="card" hoverClass="button--hover" {...tappable(onOpen)}>
    <Person
      personId={binding.other.personId}
      name={binding.other.maskedName}
      note={`${relationOfOther(binding)} · ${binding.other.age} 岁 · ${binding.other.regionName}`}
      end={<Icon name="go" />}
    />
    {binding.acceptBy !== null && binding.state === 'proposed' && (
      <View className="card__notice">
        <Notice tone="warn" title={binding.awaitsMe ? '请您查看并确认' : '等待对方确认'}>
          {`${momentText(binding.acceptBy)} 前有效`}
        </Notice>
      </View>
    )}
    {binding.state !== 'ended' && <GrantStates binding={binding} />}
  </View>
);
