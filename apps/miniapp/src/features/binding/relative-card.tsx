import type { BindingView } from '@gongji/contract';
import { GRANT_KINDS } from '@gongji/domain';
import { RELATIVES } from '@gongji/texts';
import { View } from '@tarojs/components';
import { tappable } from '@/shared/platform/a11y';
import { momentText, yearsOldText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted, personName, relationText } from '@/shared/text/words';
import { Icon } from '@/shared/ui/icon';
import { Notice } from '@/shared/ui/notice';
import { Person } from '@/shared/ui/person-badge';
import { type GrantKind } from './binding-text';
import { GrantActions } from './grant-actions';
import { GrantStateLine, GrantStates } from './grant-states';
import { GrantSwitch } from './grant-switch';

export interface RelativeWays {
  readonly onOpen: (binding: BindingView) => void;
  /** The relative's page, at the place that explains. */
  readonly onWhy: (binding: BindingView) => void;
  readonly onOpenGrant: (binding: BindingView, kind: GrantKind) => void;
  readonly onClose: (binding: BindingView, kind: GrantKind) => void;
}

interface Props extends RelativeWays {
  readonly binding: BindingView;
  readonly reload: () => void;
}

/** One relative: who it is leads to their page; beneath it the two switches, each on its own. */
export function RelativeCard({ binding, reload, ...ways }: Props) {
  const { other, acceptBy, awaitsMe, state } = binding;
  return (
    <View className="card">
      <View hoverClass="button--hover" {...tappable(() => ways.onOpen(binding))}>
        <Person
          personId={other.personId}
          name={personName(other)}
          note={dotted(relationText(binding), yearsOldText(other.age), other.regionName)}
          end={<Icon name="go" />}
        />
        {awaitsMe && acceptBy !== null && (
          <View className="card__notice">
            <Notice tone="warn" title={say(RELATIVES.invitation.answer)}>
              {say(RELATIVES.invitation.validBefore, { time: momentText(acceptBy) })}
            </Notice>
          </View>
        )}
      </View>
      {state !== 'ended' && <Grants binding={binding} reload={reload} {...ways} />}
    </View>
  );
}

function Grants({ binding, reload, onWhy, onOpenGrant, onClose }: Props) {
  if (binding.awaitsMe) return <GrantStates binding={binding} />;
  return (
    <View>
      {GRANT_KINDS.map((kind) =>
        binding.myRole === 'owner' ? (
          <GrantSwitch
            key={kind}
            binding={binding}
            kind={kind}
            reload={reload}
            onWhy={() => onWhy(binding)}
            onOpenGrant={() => onOpenGrant(binding, kind)}
          />
        ) : (
          <View key={kind} className="grant">
            <GrantStateLine binding={binding} kind={kind} />
            <GrantActions binding={binding} kind={kind} reload={reload} onClose={() => onClose(binding, kind)} />
          </View>
        ),
      )}
    </View>
  );
}
