import type { BindingView } from '@gongji/contract';
import { INNER_PIECES, INVITATION, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Outcome } from '@/shared/bff/outcome';
import { useWrite } from '@/shared/bff/use-write';
import { momentText } from '@/shared/text/moment';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Result } from '@/shared/ui/result';
import { useTickFirst } from '@/shared/ui/use-tick-first';
import { useElder } from '@/shared/session/elder';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { CalmInvitation } from './calm-invitation';
import { FaceCheck } from './face-check';
import { GrantStates } from './grant-states';
import { standingText } from './binding-text';
import { InvitationTerms } from './invitation-terms';
import { RelativeHead } from './relative-detail';

interface Props {
  readonly binding: BindingView;
  /** Reads the binding again. */
  readonly reload: () => void;
  readonly onLeave: () => void;
  readonly onOpen: (bindingId: string) => void;
}

export function InvitationAnswer({ binding, reload, ...ways }: Props) {
  const accept = useWrite('acceptBinding');
  const decline = useWrite('declineBinding');
  const elder = useElder();
  const last = decline.state.kind === 'idle' ? accept.state : decline.state;
  if (last.kind === 'done') return <Answered yes={last === accept.state} binding={last.answer} {...ways} />;
  if (!binding.awaitsMe) return <NothingToAnswer binding={binding} onLeave={ways.onLeave} />;
  const path = { bindingId: binding.bindingId };
  const agreesTo = binding.grants.filter(({ state }) => state === 'proposed').map(({ kind }) => kind);
  // Withdrawn, widened, or answered on another phone, while it was read: what was read is not what waits.
  const lookAgain = (outcome: Outcome<BindingView> | undefined) => {
    if (outcome?.kind === 'refused' && outcome.refusal.code === 'BINDING_STATE_CONFLICT') reload();
  };
  const answering = {
    binding,
    accepting: accept.busy,
    declining: decline.busy,
    onAccept: (faceCheckId: string | null) => {
      decline.reset();
      void accept.submit({ path, body: { faceCheckId, agreesTo } }).then(lookAgain);
    },
    onDecline: () => void decline.submit({ path, body: {} }).then(lookAgain),
  };
  const readAgain = () => {
    accept.reset();
    decline.reset();
    reload();
  };
  const trouble = (
    <View>
      {last.kind === 'refused' && <Refused refusal={last.refusal} />}
      {last.kind === 'unknown' && <Unknown reference={last.reference} button={say(INVITATION.read.look)} onTap={readAgain} />}
    </View>
  );
  if (elder)
    return (
      <View className="stack">
        {trouble}
        <CalmInvitation {...answering} />
      </View>
    );
  return (
    <View className="stack">
      <Text className="title">{say(INVITATION.read.asks, { name: personName(binding.other) })}</Text>
      {binding.acceptBy !== null && (
        <Text className="block muted">{say(INVITATION.read.until, { moment: momentText(binding.acceptBy) })}</Text>
      )}
      <RelativeHead binding={binding} />
      <InvitationTerms binding={binding} />
      <Notice tone="info" title={say(INVITATION.read.stranger)}>
        {say(standingText(binding) === null ? INVITATION.read.strangerText : INVITATION.read.strangerStanding)}
      </Notice>
      {trouble}
      <YesOrNo key={agreesTo.join()} {...answering} />
    </View>
  );
}

interface YesOrNoProps {
  readonly binding: BindingView;
  readonly accepting: boolean;
  readonly declining: boolean;
  readonly onAccept: (faceCheckId: string | null) => void;
  readonly onDecline: () => void;
}

/** No is as near as yes. Where a face check is needed, yes comes after it. */
function YesOrNo({ binding, accepting, declining, onAccept, onDecline }: YesOrNoProps) {
  const [checking, setChecking] = useState(false);
  const { box, unlessUnticked } = useTickFirst('understood', say(INVITATION.read.understood));
  const busy = accepting || declining;
  const agree = () => (binding.needsFaceCheck ? setChecking(true) : onAccept(null));
  const passed = (faceCheckId: string) => {
    setChecking(false);
    onAccept(faceCheckId);
  };
  return (
    <View className="stack">
      {box}
      {checking ? (
        <FaceCheck onPassed={passed} />
      ) : (
        <Button off={busy} busyText={accepting && say(WORDS.submitting)} onTap={unlessUnticked(agree)}>
          {say(binding.needsFaceCheck ? INVITATION.read.agreeByFace : INVITATION.read.agree)}
        </Button>
      )}
      <Button kind="plain" off={busy} busyText={declining && say(WORDS.submitting)} onTap={onDecline}>
        {say(INVITATION.read.decline)}
      </Button>
    </View>
  );
}

interface AnsweredProps extends Pick<Props, 'onLeave' | 'onOpen'> {
  readonly yes: boolean;
  /** As it stands after the answer. */
  readonly binding: BindingView;
}

const Answered = ({ yes, binding, onLeave, onOpen }: AnsweredProps) =>
  yes ? (
    <View className="stack">
      <Result tone="ok" icon="check" title={say(INVITATION.agreed.title)} text={say(INVITATION.agreed.text)} />
      <Card>
        <GrantStates binding={binding} />
      </Card>
      <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
    </View>
  ) : (
    <Declined binding={binding} onLeave={onLeave} onOpen={onOpen} />
  );

/** What needed no consent stays in effect: said, with the way to where it can be ended. */
function Declined({ binding, onLeave, onOpen }: Omit<AnsweredProps, 'yes'>) {
  const { title, text, partly, stands, standsText, open } = INVITATION.declined;
  const standing = standingText(binding);
  return (
    <View className="stack">
      <Result tone="quiet" icon="off" title={say(title)} text={say(standing === null ? text : partly)} />
      {standing !== null && (
        <View className="stack">
          <Notice tone="info" title={say(stands, { grants: standing })}>
            {say(standsText)}
          </Notice>
          <Button kind="plain" onTap={() => onOpen(binding.bindingId)}>
            {say(open)}
          </Button>
        </View>
      )}
      <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
    </View>
  );
}

const NothingToAnswer = ({ binding, onLeave }: Pick<Props, 'binding' | 'onLeave'>) => (
  <View className="stack">
    <RelativeHead binding={binding} />
    <Notice tone="info">{say(INVITATION.read.answered)}</Notice>
    <Button onTap={onLeave}>{say(INNER_PIECES.toRelatives)}</Button>
  </View>
);
