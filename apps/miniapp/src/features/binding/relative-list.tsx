import type { BindingView } from '@gongji/contract';
import { RELATIVES, WORDS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card, Section } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Loaded } from '@/shared/ui/loaded';
import { TapRow } from '@/shared/ui/tap-row';
import { begunRelative } from './add/kept-draft';
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
            <Group title={say(RELATIVES.group.awaiting)} bindings={live.filter(({ awaitsMe }) => awaitsMe)} {...group} />
            <BegunDraft onTap={onAdd} />
            {live.length === 0 && (
              <Card>
                <Empty icon="family" title={say(RELATIVES.none.title)} text={say(RELATIVES.none.text)}>
                  <Button icon="plus" onTap={onAdd}>
                    {say(WORDS.bindRelative)}
                  </Button>
                </Empty>
              </Card>
            )}
            <Group title={say(RELATIVES.group.mine)} bindings={mine} {...group} />
            <Group title={say(RELATIVES.group.others)} bindings={others} {...group} />
            {live.length > 0 && (
              <View className="section">
                <Button icon="plus" onTap={onAdd}>
                  {say(WORDS.bindRelative)}
                </Button>
              </View>
            )}
            <Group title={say(RELATIVES.group.ended)} bindings={bindings.filter(({ state }) => state === 'ended')} {...group} />
          </View>
        );
      }}
    </Loaded>
  );
}

/** Read anew whenever the page comes back to the front, as the list is. */
function BegunDraft({ onTap }: { readonly onTap: () => void }) {
  const begun = begunRelative(useMe().personId);
  if (begun === undefined) return null;
  const { draft, draftOf, draftNote } = RELATIVES.begun;
  return (
    <Card flush>
      <TapRow icon="family" title={begun.name === '' ? say(draft) : say(draftOf, begun)} note={say(draftNote)} onTap={onTap} />
    </Card>
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
