import type { BindingView } from '@gongji/contract';
import { INVITATION, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { say } from '@/shared/text/say';
import { personName } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { PersonBadge } from '@/shared/ui/person-badge';
import { ReadAloud } from '@/shared/ui/read-aloud';
import { calmSentences } from './calm-text';
import { FaceCheck } from './face-check';
import { InvitationTerms } from './invitation-terms';
import './invitation.scss';

interface Props {
  readonly binding: BindingView;
  readonly accepting: boolean;
  readonly declining: boolean;
  readonly onAccept: (faceCheckId: string | null) => void;
  readonly onDecline: () => void;
}

/** Prepared by a child, for a parent: a few short sentences, read out on request, one big yes, and a no that costs nothing. */
export function CalmInvitation({ binding, accepting, declining, onAccept, onDecline }: Props) {
  const [checking, setChecking] = useState(false);
  const [whole, setWhole] = useState(false);
  const busy = accepting || declining;
  const name = personName(binding.other);
  // English writes a relation small within a sentence.
  const title = say(INVITATION.calm.title, { name, relation: say(binding.relationText).toLowerCase() });
  const sentences = calmSentences(binding);
  const agree = () => (binding.needsFaceCheck ? setChecking(true) : onAccept(null));
  return (
    <View className="stack">
      <Card>
        <View className="calm__who">
          <PersonBadge personId={binding.other.personId} name={name} />
        </View>
        <Text className="title center">{title}</Text>
        {sentences.map((sentence) => (
          <Text key={sentence} className="calm__sentence">
            {sentence}
          </Text>
        ))}
        <ReadAloud text={[title, ...sentences].join(say(INVITATION.calm.stop))} />
      </Card>
      {checking ? (
        <FaceCheck
          onPassed={(faceCheckId) => {
            setChecking(false);
            onAccept(faceCheckId);
          }}
        />
      ) : (
        <View>
          <Text className="block center muted">{say(INVITATION.calm.meaning)}</Text>
          <Button off={busy} busyText={accepting && say(WORDS.submitting)} onTap={agree}>
            {say(binding.needsFaceCheck ? INVITATION.calm.yesByFace : INVITATION.calm.yes)}
          </Button>
        </View>
      )}
      <Button kind="text" off={busy} busyText={declining && say(WORDS.submitting)} onTap={onDecline}>
        {say(INVITATION.calm.no)}
      </Button>
      <Button kind="text" expanded={whole} onTap={() => setWhole(!whole)}>
        {say(whole ? INVITATION.calm.less : INVITATION.calm.whole)}
      </Button>
      {whole && <InvitationTerms binding={binding} />}
    </View>
  );
}
