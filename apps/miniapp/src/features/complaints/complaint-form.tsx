import { COMPLAINT_RULE, COMPLAINT_TEXT_BOUNDS } from '@gongji/domain';
import { COMPLAINTS, WORDS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { dotted } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field, FieldFrame, spokenLabel } from '@/shared/ui/field';
import { LongField } from '@/shared/ui/long-field';
import { Notice } from '@/shared/ui/notice';
import { Refused, Unknown } from '@/shared/ui/outcome';
import { Switch } from '@/shared/ui/switch';
import { AboutChoice } from './about-choice';
import { kindOptions, type KnownBefore } from './complaint-draft';
import { type ComplaintForm as Form, useComplaintForm } from './use-complaint-form';

const FORM = COMPLAINTS.form;

interface Props {
  readonly known: KnownBefore;
  readonly onWritten: (complaintId: string) => void;
  readonly onList: () => void;
}

/** What happened, about what, and whether to be called back. Everything typed stays until the number is there. */
export function ComplaintForm({ known, onWritten, onList }: Props) {
  const form = useComplaintForm(known, onWritten);
  const { draft, errors, errorOf, state, busy, change } = form;
  return (
    <View className="stack">
      <Found form={form} />
      <ErrorSummary errors={errors} />
      <FieldFrame id="kind" label={say(FORM.kind)} required error={errorOf('kind')}>
        <OneOf
          grid
          label={spokenLabel({ label: say(FORM.kind), required: true })}
          options={kindOptions()}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
      </FieldFrame>
      <LongField
        id="text"
        label={say(FORM.text)}
        hint={say(FORM.textHint)}
        required
        error={errorOf('text')}
        value={draft.text}
        maxLength={COMPLAINT_TEXT_BOUNDS.most}
        onChange={(text) => change({ text })}
      />
      <AboutChoice about={draft.about} onChange={(about) => change({ about })} />
      {(draft.reference !== null || draft.errorCode !== null) && (
        <Card>
          <Line name={say(FORM.reference)}>{dotted(draft.errorCode, draft.reference?.slice(0, 8))}</Line>
        </Card>
      )}
      <Card>
        <Switch label={say(FORM.call)} note={say(FORM.callNote)} on={draft.wantsCall} onChange={(wantsCall) => change({ wantsCall })} />
        {draft.wantsCall && (
          <Field
            id="phone"
            label={say(FORM.phone)}
            required
            error={errorOf('phone')}
            type="number"
            value={draft.phone}
            maxLength={20}
            onChange={(phone) => change({ phone })}
          />
        )}
      </Card>
      {state.kind === 'refused' && <Refused refusal={state.refusal} alone />}
      {state.kind === 'unknown' && (
        <Unknown reference={state.reference} text={say(FORM.unknown)} button={say(FORM.toList)} onTap={onList} />
      )}
      <Button busyText={busy && say(WORDS.submitting)} onTap={form.submit}>
        {say(state.kind !== 'unknown' ? FORM.submit : form.same ? FORM.submitAgain : FORM.submitAnother)}
      </Button>
      <Text className="block muted">{say(FORM.promise, { days: COMPLAINT_RULE.answerWithin, note: say(COMPLAINT_RULE.note) })}</Text>
    </View>
  );
}

const Found = ({ form: { found, startOver } }: { readonly form: Form }) =>
  found ? (
    <View>
      <Notice tone="info" title={say(FORM.found)}>
        {say(FORM.foundText)}
      </Notice>
      <Button kind="text" inline onTap={startOver}>
        {say(FORM.startOver)}
      </Button>
    </View>
  ) : null;
