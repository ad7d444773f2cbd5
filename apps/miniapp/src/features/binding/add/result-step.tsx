import type { BindingView, GrantView } from '@gongji/contract';
import { stands } from '@gongji/domain';
import { ADD_RELATIVE, INNER_PIECES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { type ComponentProps, useEffect } from 'react';
import { moveTo } from '@/shared/platform/a11y';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Result } from '@/shared/ui/result';
import { GrantStates } from '../grant-states';
import { InvitationCard } from '../invitation-card';
import { useFollowed } from './use-followed';

interface Props {
  readonly binding: BindingView;
  readonly onOpen: () => void;
  readonly onLeave: () => void;
}

/** What stands and what waits for the other side; it turns by itself once they have answered. */
export function ResultStep({ binding: asked, onOpen, onLeave }: Props) {
  const { binding, waits, look, take } = useFollowed(asked);
  const became = outcomeOf(asked, binding);
  useEffect(() => {
    if (became !== outcomeOf(asked, asked)) moveTo('result-title');
  }, [became, asked]);
  return (
    <View className="stack">
      <Result {...LOOK[became]} {...wordsOf(became, binding)} />
      <Card>
        <GrantStates binding={binding} />
      </Card>
      {waits && <InvitationCard binding={binding} onWithdrawn={take} onRefused={look} />}
      <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
      <Button kind="plain" onTap={onOpen}>
        {say(ADD_RELATIVE.result.look)}
      </Button>
    </View>
  );
}

type Outcome = 'waits' | 'bound' | 'agreed' | 'declined' | 'withdrawn' | 'expired';

const LOOK: Readonly<Record<Outcome, Pick<ComponentProps<typeof Result>, 'tone' | 'icon'>>> = {
  waits: { tone: 'warn', icon: 'clock' },
  bound: { tone: 'ok', icon: 'check' },
  agreed: { tone: 'ok', icon: 'check' },
  declined: { tone: 'quiet', icon: 'off' },
  withdrawn: { tone: 'quiet', icon: 'off' },
  expired: { tone: 'quiet', icon: 'off' },
};

/** What became of the switches that waited for an answer. */
function outcomeOf(asked: BindingView, now: BindingView): Outcome {
  if (now.grants.some(({ state }) => state === 'proposed')) return 'waits';
  const waited = asked.grants.filter(({ state }) => state === 'proposed').map(({ kind }) => kind);
  const answered = now.grants.filter(({ kind }) => waited.includes(kind));
  if (answered.some(isOpen)) return 'agreed';
  if (answered.some(({ reason }) => reason === 'declined')) return 'declined';
  if (answered.some(({ reason }) => reason === 'invitation-expired')) return 'expired';
  // What was sent again after a long silence may have been withdrawn in between.
  return answered.length === 0 && now.grants.some(isOpen) ? 'bound' : 'withdrawn';
}

const isOpen = ({ state }: GrantView): boolean => stands(state);

function wordsOf(became: Outcome, binding: BindingView): { readonly title: string; readonly text: string } {
  const name = personName(binding.other);
  const othersOpen = binding.grants.some(isOpen);
  const { boundText, othersStand, withdrawnText, until, partly, ...titles } = ADD_RELATIVE.result;
  const title = say(titles[became], { name });
  if (became === 'bound' || became === 'agreed') return { title, text: say(boundText) };
  if (became !== 'waits') return { title, text: say(othersOpen ? othersStand : withdrawnText) };
  const before = binding.acceptBy === null ? '' : say(until, { moment: momentText(binding.acceptBy) });
  return { title, text: othersOpen ? say(partly, { until: before }) : before };
}
