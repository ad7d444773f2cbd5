import { FUND_USE_TEXT, FUND_USES } from '@gongji/domain';
import { ACCOUNT } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { useMe } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Field, FieldFrame } from '@/shared/ui/field';
import { Loaded } from '@/shared/ui/loaded';
import { PreviewAnswer } from './preview-answer';
import { previewPeople, type PreviewPerson } from './preview-people';
import { AMOUNT_FIELD, useDeductionPreview } from './use-deduction-preview';

const PREVIEW = ACCOUNT.preview;

/** If this person paid so much now, whose account would it come from? Runs the rules of the real deduction and takes nothing. */
export function DeductionPreviewPanel() {
  const me = useMe();
  const reading = useRead('bindings');
  return <Loaded reading={reading}>{(list) => <PreviewForm ownId={me.personId} people={previewPeople(me, list)} />}</Loaded>;
}

interface Props {
  readonly ownId: string;
  readonly people: readonly PreviewPerson[];
}

function PreviewForm({ ownId, people }: Props) {
  const { draft, errors, errorOf, state, askedFen, change, ask } = useDeductionPreview(ownId);
  return (
    <View>
      <ErrorSummary errors={errors} />
      <Card>
        <FieldFrame id="preview-person" label={say(PREVIEW.whose)}>
          <OneOf
            label={say(PREVIEW.whose)}
            options={people.map(({ personId, name, note }) => ({ value: personId, label: name, note }))}
            value={draft.personId}
            onChange={(personId) => change({ personId })}
          />
        </FieldFrame>
        <Field
          id={AMOUNT_FIELD}
          label={say(PREVIEW.amount)}
          hint={say(PREVIEW.amountHint)}
          type="digit"
          maxLength={12}
          value={draft.yuan}
          error={errorOf(AMOUNT_FIELD)}
          onChange={(yuan) => change({ yuan })}
        />
        <FieldFrame id="preview-use" label={say(PREVIEW.use)}>
          <OneOf
            label={say(PREVIEW.use)}
            grid
            options={FUND_USES.map((use) => ({ value: use, label: say(FUND_USE_TEXT[use]) }))}
            value={draft.use}
            onChange={(use) => change({ use })}
          />
        </FieldFrame>
        <Button icon="sum" busyText={state.kind === 'submitting' && say(PREVIEW.asking)} onTap={ask}>
          {say(PREVIEW.ask)}
        </Button>
      </Card>
      <View className="section">
        <PreviewAnswer state={state} askedFen={askedFen} own={draft.personId === ownId} />
      </View>
    </View>
  );
}
