import type { BindingView } from '@gongji/contract';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { RelativeCard, type RelativeWays } from './relative-card';

interface Props extends RelativeWays {
  readonly onAdd: () => void;
}

/** What awaits me first, then whom I bound, then who bound me. */
export function RelativeList({ onAdd, ...ways }: Props) {
  const reading = useRead('bindings');
  const group = { ...ways, reload: reading.reload };
  return (
    <Loaded reading={reading} cards={3}>
      {({ bindings }) => {
        const live = bindings.filter(({ state }) => state !== 'ended');
        const mine = live.filter(({ myRole, awaitsMe }) => myRole === 'owner' && !awaitsMe);
        const others = live.filter(({ myRole, awaitsMe }) => myRole === 'relative' && !awaitsMe);
        return (
          <View>
            <Group title="等您确认" bindings={live.filter(({ awaitsMe }) => awaitsMe)} {...group} />
            {live.length === 0 && (
              <Card>
                <Empty icon="family" title="还没有绑定家人" text="绑定后可以出示家人的医保码，或用您的个人账户帮家人付。约需 3 分钟。">
                  <Button icon="plus" onTap={onAdd}>
                    绑定家人
                  </Button>
                </Empty>
              </Card>
            )}
            <Group title="我绑定的家人" bindings={mine} {...group} />
            <Group title="绑定了我的家人" bindings={others} {...group} />
            {live.length > 0 && (
              <View className="section">
                <Button icon="plus" onTap={onAdd}>
                  绑定家人
                </Button>
              </View>
            )}
            <Group title="已结束" bindings={bindings.filter(({ state }) => state === 'ended')} {...group} />
          </View>
        );
      }}
    </Loaded>
  );
}

interface GroupProps extends RelativeWays {
  readonly title: string;
  readonly bindings: readonly BindingView[];
  readonly reload: () => void;
}

const Group = ({ title, bindings, ...card }: GroupProps) =>
  bindings.length === 0 ? null : (
    <Section title={title}>
      {bindings.map((binding) => (
        <RelativeCard key={binding.bindingId} binding={binding} {...card} />
      ))}
    </Section>
  );
