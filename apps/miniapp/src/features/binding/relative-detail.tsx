import type { BindingView } from '@gongji/contract';
import { GRANT_KINDS, stands } from '@gongji/domain';
import { BINDING } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted, personName, relationText, schemeText } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { BINDING_TONE, type GrantKind } from './binding-text';
import { GrantActions } from './grant-actions';
import { GrantCard } from './grant-card';
import { InvitationCard } from './invitation-card';
import { RelativeExplanation } from './relative-explanation';
import { RelativeHistory } from './relative-history';
import { RelativeMoney } from './relative-money';
import { useWaiting } from './use-waiting';

export interface DetailWays {
  readonly onAnswer: () => void;
  /** Without a kind: all that is open. */
  readonly onUnbind: (kind?: GrantKind) => void;
  readonly onChange: (kind: GrantKind) => void;
  readonly onOpenGrant: (kind: GrantKind) => void;
  readonly onOrder: () => void;
  readonly onLimit: () => void;
}

interface Props extends DetailWays {
  readonly bindingId: string;
  /** Somebody asked why: the page opens where it explains. */
  readonly atExplanation: boolean;
}

export function RelativeDetail({ bindingId, atExplanation, ...ways }: Props) {
  const reading = useRead('binding', { path: { bindingId } });
  // A newer question makes the answer to the one before it count for nothing.
  useWaiting(isAwaited(reading.answer), () => reading.phase === 'loading' || reading.reload());
  return (
    <Loaded reading={reading} cards={3}>
      {(binding) => (
        <View>
          <RelativeHead binding={binding} />
          <Open binding={binding} reload={reading.reload} {...ways} />
          {stands(binding.state) && (
            <Section title={say(BINDING.relative.usableNow)}>
              <RelativeExplanation binding={binding} moveHere={atExplanation} />
            </Section>
          )}
          <Section title={say(BINDING.relative.history)}>
            <Fold of={say(BINDING.relative.everyStep, { count: binding.history.length })} always>
              <RelativeHistory binding={binding} />
            </Fold>
          </Section>
          {binding.rules.length > 0 && (
            <Section title={say(BINDING.relative.whyLimits)}>
              <Card flush>
                <FoldedRules rules={binding.rules} of={say(BINDING.relative.itsLimits)} />
              </Card>
            </Section>
          )}
          {stands(binding.state) && (
            <View className="section">
              <Button kind="danger" onTap={() => ways.onUnbind()}>
                {say(BINDING.relative.unbind)}
              </Button>
            </View>
          )}
        </View>
      )}
    </Loaded>
  );
}

const isAwaited = (binding: BindingView | undefined): boolean => (binding?.invitationToken ?? null) !== null;

interface OpenProps extends DetailWays {
  readonly binding: BindingView;
  readonly reload: () => void;
}

/** What stands open, and what can be done with it. */
const Open = ({ binding, reload, ...ways }: OpenProps) => (
  <View>
    {binding.awaitsMe && (
      <View className="section">
        <Button onTap={ways.onAnswer}>{say(BINDING.relative.answer)}</Button>
      </View>
    )}
    {binding.invitationToken !== null && (
      <Section title={say(BINDING.relative.invitation)}>
        <InvitationCard binding={binding} onWithdrawn={reload} onRefused={reload} />
      </Section>
    )}
    <Section title={say(BINDING.relative.grants)}>
      {GRANT_KINDS.map((kind) => (
        <GrantCard key={kind} binding={binding} kind={kind}>
          <GrantActions
            binding={binding}
            kind={kind}
            reload={reload}
            onClose={ways.onUnbind}
            onChange={ways.onChange}
            onOpenGrant={ways.onOpenGrant}
          />
        </GrantCard>
      ))}
    </Section>
    <RelativeMoney binding={binding} onOrder={ways.onOrder} onLimit={ways.onLimit} />
  </View>
);

export const RelativeHead = ({ binding }: { readonly binding: BindingView }) => (
  <Card>
    <Person
      personId={binding.other.personId}
      name={personName(binding.other)}
      note={relationText(binding)}
      end={<State tone={BINDING_TONE[binding.state]}>{say(binding.stateText)}</State>}
    />
    <Line name={say(BINDING.relative.certificate)}>{binding.other.maskedCertificate}</Line>
    <Line name={say(BINDING.relative.insured)}>{dotted(binding.other.regionName, schemeText(binding.other.scheme))}</Line>
    <Line name={say(BINDING.relative.createdAt)}>{momentText(binding.createdAt)}</Line>
  </Card>
);
