import { ADD_RELATIVE, INNER_PIECES, WORDS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { CheckedAnswers, Mends } from './checked-answers';
import type { AddRelative } from './use-add-relative';

interface Props {
  readonly form: AddRelative;
  /** The first time: where something is missing it is said instead. */
  readonly onSubmit: () => void;
}

/** Sends it. A refusal keeps everything and says what was looked at; no answer sends the same again, never another one. */
export function Submit({ form, onSubmit }: Props) {
  const { state, submit, subject } = form;
  if (state.kind === 'unknown') {
    return (
      <Unknown
        reference={state.reference}
        text={say(ADD_RELATIVE.submit.unknown)}
        button={say(INNER_PIECES.confirm.again)}
        onTap={submit}
      />
    );
  }
  return (
    <View className="stack">
      {state.kind === 'refused' && (
        <View>
          <Refused refusal={state.refusal} />
          <Mends form={form} codes={[state.refusal.code]} />
          <CheckedAnswers form={form} title={say(ADD_RELATIVE.submit.looked)} />
        </View>
      )}
      <Button busyText={state.kind === 'submitting' && say(WORDS.submitting)} onTap={onSubmit}>
        {say(subject.kind === 'new' ? ADD_RELATIVE.submit.bind : ADD_RELATIVE.submit.open)}
      </Button>
    </View>
  );
}
