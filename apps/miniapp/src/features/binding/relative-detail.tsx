import type { BindingView } from '@gongji/contract';
import { GRANT_KINDS } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { momentText } from '@/shared/text/moment';
import { schemeText } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line, Section } from '@/shared/ui/card';
import { Fold } from '@/shared/ui/fold';
import { Loaded } from '@/shared/ui/loaded';
import { State } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { FoldedRules } from '@/shared/ui/rule-list';
import { BINDING_TONE, type GrantKind, relationOfOther } from './binding-text';
import { GrantActions } from './grant-actions';
import { GrantCard } from './grant-terms';
import { InvitationCard } from './invitation-card';
import { RelativeExplanation } from './relative-explanation';
import { RelativeHistory } from './relative-history';
import { RelativeMoney } from './relative-money';

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
  return (
    <Loaded reading={reading} cards={3}>
      {(binding) => (
        <View>
          <RelativeHead binding={binding} />
          <Open binding={binding} reload={reading.reload} {...ways} />
          {binding.state !== 'ended' && (
            <Section title="现在能用吗？">
              <RelativeExplanation binding={binding} moveHere={atExplanation} />
            </Section>
          )}
          <Section title="办理记录">
            <Fold of="每一次变动">
              <RelativeHistory binding={binding} />
            </Fold>
          </Section>
          {binding.rules.length > 0 && (
            <Section title="为什么有这些限制">
              <Card flush>
                <FoldedRules rules={binding.rules} of="这条绑定的限制" />
              </Card>
            </Section>
          )}
          {binding.state !== 'ended' && (
            <View className="section">
              <Button kind="danger" onTap={() => ways.onUnbind()}>
                解绑
              </Button>
            </View>
          )}
        </View>
      )}
    </Loaded>
  );
}

interface OpenProps extends DetailWays {
  readonly binding: BindingView;
  readonly reload: () => void;
}

/** What stands open, and what can be done with it. */
const Open = ({ binding, reload, ...ways }: OpenProps) => (
  <View>
    {binding.awaitsMe && (
      <View className="section">
        <Button onTap={ways.onAnswer}>查看邀请并答复</Button>
      </View>
    )}
    {binding.invitationToken !== null && (
      <Section title="邀请">
        <InvitationCard binding={binding} onWithdrawn={reload} />
      </Section>
    )}
    <Section title="授权">
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
      name={binding.other.maskedName}
      note={relationOfOther(binding)}
      end={<State tone={BINDING_TONE[binding.state]}>{binding.stateText}</State>}
    />
    <Line name="证件号码">{binding.other.maskedCertificate}</Line>
    <Line name="参保">{`${binding.other.regionName} · ${schemeText(binding.other.scheme)}`}</Line>
    <Line name="发起时间">{momentText(binding.createdAt)}</Line>
  </Card>
);
