import type { BindingView, GrantView } from '@gongji/contract';
import { RELATIVES, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/text/moment';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { State } from '@/shared/ui/notice';
import { Switch } from '@/shared/ui/switch';
import { type GrantKind, GRANT_TITLE, grantNow, grantOf, pausedByOther, whyText } from './binding-text';
import { GrantStepTalk } from './grant-step-talk';
import { useGrantStep } from './use-grant-step';

interface Props {
  readonly binding: BindingView;
  readonly kind: GrantKind;
  readonly reload: () => void;
  /** To the page that opens it: that takes a signature. */
  readonly onOpenGrant: (kind: GrantKind) => void;
  readonly onWhy: () => void;
}

/** The owner's switch: on pauses, paused resumes, not open opens. Where none of it is allowed it says why. */
export function GrantSwitch({ binding, kind, reload, onOpenGrant, onWhy }: Props) {
  const step = useGrantStep({ binding, kind, reload });
  const grant = grantOf(step.binding, kind);
  if (grant?.state === 'proposed') {
    return (
      <View className="grant">
        <Waiting grant={grant} acceptBy={step.binding.acceptBy} />
        {step.asked === null && (
          <Button kind="text" inline off={step.busy} label={spoken(RELATIVES.act.withdraw, kind)} onTap={() => step.ask('withdraw')}>
            {say(RELATIVES.act.withdraw)}
          </Button>
        )}
        <GrantStepTalk step={step} />
      </View>
    );
  }
  const way = wayOf(step.binding, kind);
  const tapped = () => {
    if (way === 'open') onOpenGrant(kind);
    if (way === 'pause') step.ask('pause');
    if (way === 'resume') step.take('resume');
  };
  return (
    <View className="grant">
      <Switch
        label={say(GRANT_TITLE[kind])}
        note={step.busy ? say(WORDS.submitting) : noteOf(grant)}
        on={grant?.state === 'active'}
        off={step.busy || way === 'none'}
        onChange={tapped}
      />
      {way === 'none' && (
        <View className="grant__why">
          <Text className="muted">{whyNot(grant)}</Text>
          <Button kind="text" inline label={spoken(RELATIVES.act.why, kind)} onTap={onWhy}>
            {say(RELATIVES.act.why)}
          </Button>
        </View>
      )}
      <GrantStepTalk step={step} />
    </View>
  );
}

const spoken = (act: string, kind: GrantKind): string => say(RELATIVES.act.spoken, { act: say(act), what: say(GRANT_TITLE[kind]) });

type Way = 'pause' | 'resume' | 'open' | 'none';

function wayOf(binding: BindingView, kind: GrantKind): Way {
  const may = grantOf(binding, kind)?.may ?? [];
  if (may.includes('pause')) return 'pause';
  if (may.includes('resume')) return 'resume';
  return binding.mayOpen.includes(kind) ? 'open' : 'none';
}

function noteOf(grant: GrantView | undefined): string {
  const { text } = grantNow(grant);
  return grant?.state === 'ended' ? dotted(text, whyText(grant, 'owner')) : text;
}

function whyNot(grant: GrantView | undefined): string {
  if (grant !== undefined && pausedByOther(grant, 'owner')) return say(RELATIVES.switch.pausedByOther);
  return say(grant === undefined || grant.state === 'ended' ? RELATIVES.switch.openNotNow : RELATIVES.switch.changeNotNow);
}

interface WaitingProps {
  readonly grant: GrantView;
  readonly acceptBy: string | null;
}

const Waiting = ({ grant, acceptBy }: WaitingProps) => {
  const { text, tone, icon } = grantNow(grant);
  return (
    <View>
      <View className="answer">
        <Text className="answer__question">{say(GRANT_TITLE[grant.kind])}</Text>
        <State tone={tone} icon={icon}>
          {text}
        </State>
      </View>
      {acceptBy !== null && <Text className="block muted">{say(RELATIVES.invitation.expires, { time: momentText(acceptBy) })}</Text>}
    </View>
  );
};
