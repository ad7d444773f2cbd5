import { SESSION, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Refusal } from '@/shared/bff/outcome';
import { moveTo } from '@/shared/platform/a11y';
import { inWeChat } from '@/shared/platform/target';
import { hasLeft } from '@/shared/session/left-accounts';
import { isInvited } from '@/shared/session/pending-invitation';
import { takeConsentAwaited, takeDeleted } from '@/shared/session/session';
import { takeEnded } from '@/shared/session/token';
import { usePeople } from '@/shared/session/use-people';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Skeleton, Unreachable } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { Refused } from '@/shared/ui/outcome';
import { ConsentStep } from './consent-step';
import { DemoPeople } from './demo-people';
import { enter, type LogInWay, NEEDS_CONSENT } from './log-in-ways';

const TROUBLE_ID = 'log-in-trouble';

type Trouble = Refusal | 'unreachable' | 'left' | null;

/** So that nothing below is seen to move when the people come. */
const AS_MANY_AS_SEEN = 7;

/** The demo chooses a person; WeChat asks for one's own log-in; a browser outside the demo can do neither. */
export function LogInPanel({ onLoggedIn }: { readonly onLoggedIn: () => void }) {
  const { found, reload } = usePeople();
  const [trouble, setTrouble] = useState<Trouble>(null);
  const [busy, setBusy] = useState<LogInWay | null>(null);
  /** Who has to agree first. */
  const [asking, setAsking] = useState<LogInWay | null>(() => (takeConsentAwaited() ? { kind: 'quiet' } : null));

  const logInBy = async (way: LogInWay, consentVersion?: string) => {
    if (busy !== null) return;
    setBusy(way);
    setTrouble(null);
    const outcome = await enter(way, consentVersion);
    setBusy(null);
    if (outcome.kind === 'done') return onLoggedIn();
    const needsConsent = outcome.kind === 'refused' && outcome.refusal.code === NEEDS_CONSENT;
    setAsking(needsConsent ? way : null);
    if (needsConsent) return;
    setTrouble(outcome.kind === 'refused' ? (leftBefore(way, outcome.refusal) ? 'left' : outcome.refusal) : 'unreachable');
    // Who stands far down the list of people would see nothing happen.
    moveTo(TROUBLE_ID);
  };

  if (asking !== null)
    return <ConsentStep busy={busy !== null} onAgree={(version) => void logInBy(asking, version)} onBack={() => setAsking(null)} />;
  if (found.kind === 'loading') return <Skeleton cards={AS_MANY_AS_SEEN} />;
  return (
    <View className="stack">
      {trouble !== null && <View id={TROUBLE_ID}>{told(trouble)}</View>}
      <WhyHere />
      {found.kind === 'unreachable' && (
        <View className="stack">
          <Unreachable />
          <Button icon="refresh" onTap={reload}>
            {say(WORDS.reconnect)}
          </Button>
        </View>
      )}
      {found.kind === 'real' &&
        (inWeChat ? <WeChatLogIn busy={busy !== null} onEnter={() => void logInBy({ kind: 'quiet' })} /> : <OpenInWeChat />)}
      {found.kind === 'demo' && (
        <View>
          <Text className="title">{say(SESSION.lead)}</Text>
          <Text className="block">{say(SESSION.first)}</Text>
          <View className="section__title" />
          <Notice tone="warn" title={say(WORDS.demo)}>
            <Text className="notice__text">{say(SESSION.intro)}</Text>
          </Notice>
          <DemoPeople
            people={found.people}
            chosen={busy?.kind === 'demo' ? busy.key : null}
            onChoose={(key) => void logInBy({ kind: 'demo', key })}
          />
        </View>
      )}
    </View>
  );
}

/** Nobody is registered any more because they wanted it so. */
const leftBefore = (way: LogInWay, { code }: Refusal): boolean =>
  code === 'PERSON_NOT_ENROLLED' && hasLeft(way.kind === 'demo' ? way.key : undefined);

function told(trouble: Exclude<Trouble, null>) {
  if (trouble === 'unreachable') return <Unreachable />;
  if (trouble !== 'left') return <Refused refusal={trouble} />;
  return (
    <Notice tone="info" title={say(SESSION.deleted)} urgent>
      <Text className="notice__text">{say(SESSION.leftText)}</Text>
    </Notice>
  );
}

/** What brought somebody to this page, where it was not the launch: their log-in was ended, their account is gone, or an invitation waits behind it. */
function WhyHere() {
  const [invited] = useState(isInvited);
  const [deleted] = useState(takeDeleted);
  const [ended] = useState(takeEnded);
  return (
    <>
      {ended && (
        <Notice tone="warn" title={say(SESSION.ended)} urgent>
          <Text className="notice__text">{say(SESSION.endedText)}</Text>
        </Notice>
      )}
      {deleted && (
        <Notice tone="ok" title={say(SESSION.deleted)} urgent>
          <Text className="notice__text">{say(SESSION.deletedText)}</Text>
        </Notice>
      )}
      {invited && (
        <Notice tone="info" title={say(SESSION.invited)}>
          <Text className="notice__text">{say(SESSION.invitedText)}</Text>
        </Notice>
      )}
    </>
  );
}

interface WeChatProps {
  readonly busy: boolean;
  readonly onEnter: () => void;
}

const WeChatLogIn = ({ busy, onEnter }: WeChatProps) => (
  <Empty icon="person" title={say(SESSION.welcome)} text={say(SESSION.welcomeText)}>
    <Button onTap={onEnter} busyText={busy && say(SESSION.loggingIn)}>
      {say(SESSION.logIn)}
    </Button>
  </Empty>
);

const OpenInWeChat = () => <Empty icon="person" title={say(SESSION.openInWeChat)} text={say(SESSION.openInWeChatText)} />;
