import { DELETION_WORDS } from '@gongji/domain';
import { PRIVACY } from '@gongji/texts';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { useWrite } from '@/shared/bff/use-write';
import { leaveDeleted } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { ConfirmSheet } from '@/shared/ui/confirm-sheet';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field } from '@/shared/ui/field';
import { useMissing } from '@/shared/ui/use-missing';

const DELETION = PRIVACY.deletion;

interface Props {
  /** What is typed to confirm. */
  readonly words: string;
  readonly onKeep: () => void;
}

/** The typed words stand for the second look. Afterwards nobody is logged in here. */
export function DeletionSheet({ words, onKeep }: Props) {
  const { state, busy, submit } = useWrite('deleteAccount');
  const [typed, setTyped] = useState('');
  const wanted = say(words);
  // A phone begins a Latin word with a capital, or does not.
  const isTyped = typed.trim().toLowerCase() === wanted.toLowerCase();
  const label = say(DELETION.typeWords, { words: wanted });
  const missing = useMissing(isTyped ? [] : [{ field: 'deletion-words', text: label }]);
  const remove = async () => {
    const outcome = await submit({ body: { words: DELETION_WORDS } });
    if (outcome?.kind === 'done') leaveDeleted();
  };
  return (
    <ConfirmSheet
      title={say(DELETION.title)}
      state={state}
      busy={busy}
      onKeep={onKeep}
      act={say(DELETION.act)}
      button={say(DELETION.confirm)}
      onConfirm={missing.unlessMissing(() => void remove())}
      keep={say(DELETION.keep)}
    >
      <Text className="block">{say(DELETION.forGood)}</Text>
      <Field
        id="deletion-words"
        label={label}
        error={missing.errorOf('deletion-words')}
        value={typed}
        onChange={setTyped}
        maxLength={wanted.length + 6}
      />
      <ErrorSummary errors={missing.told} />
    </ConfirmSheet>
  );
}
