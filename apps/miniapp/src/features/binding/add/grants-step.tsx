import { ADD_RELATIVE, GRANT_TERMS } from '@gongji/texts';
import { View } from '@tarojs/components';
import { say } from '@/shared/text/say';
import { Card } from '@/shared/ui/card';
import { OneOf } from '@/shared/ui/choice';
import { Field, FieldFrame, spokenLabel } from '@/shared/ui/field';
import { RuleSource } from '@/shared/ui/rule-source';
import { Switch } from '@/shared/ui/switch';
import { Tick } from '@/shared/ui/tick';
import { GRANT_NOTE, GRANT_TITLE } from '../binding-text';
import { FundTerms } from './fund-terms';
import type { AddRelative } from './use-add-relative';

export function GrantsStep(form: AddRelative) {
  const { subject, draft, errorOf, change, asked } = form;
  return (
    <View>
      {subject.kind === 'new' && <TwoSwitches {...form} />}
      {draft.shareFunds && <FundTerms {...form} />}
      <Until {...form} />
      {asked.needsGuardian && (
        <FieldFrame
          id="guardian"
          label={say(ADD_RELATIVE.grants.guardian)}
          hint={say(ADD_RELATIVE.grants.guardianHint)}
          required
          error={errorOf('guardian')}
        >
          <Tick
            on={draft.guardian}
            onTap={() => change({ guardian: !draft.guardian })}
            label={say(ADD_RELATIVE.grants.guardianStatement)}
          />
        </FieldFrame>
      )}
    </View>
  );
}

const TwoSwitches = ({ draft, errorOf, change }: AddRelative) => (
  <FieldFrame id="grants" label={say(ADD_RELATIVE.grants.ask)} hint={say(ADD_RELATIVE.grants.hint)} error={errorOf('grants')}>
    <View className="choices">
      <Card flush>
        <Switch
          label={say(GRANT_TITLE['show-code'])}
          note={say(GRANT_NOTE['show-code'])}
          on={draft.showCode}
          onChange={(showCode) => change({ showCode })}
        />
      </Card>
      <Card flush>
        <Switch
          label={say(GRANT_TITLE['share-funds'])}
          note={say(GRANT_NOTE['share-funds'])}
          on={draft.shareFunds}
          onChange={(shareFunds) => change({ shareFunds })}
        />
      </Card>
    </View>
  </FieldFrame>
);

function Until({ draft, errorOf, change, asked, policy }: AddRelative) {
  const required = draft.shareFunds && asked.asks?.endDateRequired === true;
  const rule = policy.answer?.rules.find(({ kind }) => kind === 'grantEndDate');
  const label = say(GRANT_TERMS.untilAsk);
  return (
    <View>
      <FieldFrame id="until-kind" label={label} required={required} error={errorOf('until-kind')}>
        <OneOf
          label={spokenLabel({ label, required })}
          options={[
            {
              value: 'open',
              label: say(GRANT_TERMS.untilOpen),
              off: required,
              note: say(required ? GRANT_TERMS.untilRequired : GRANT_TERMS.untilOpenNote),
            },
            { value: 'one-year', label: say(GRANT_TERMS.untilYear) },
            { value: 'date', label: say(GRANT_TERMS.untilDate) },
          ]}
          value={required && draft.until === 'open' ? null : draft.until}
          onChange={(until) => change({ until })}
        />
        {required && rule !== undefined && <RuleSource rule={rule} />}
      </FieldFrame>
      {draft.until === 'date' && (
        <Field
          id="until"
          label={say(GRANT_TERMS.day)}
          hint={say(GRANT_TERMS.dayHint)}
          required
          error={errorOf('until')}
          value={draft.untilDate}
          onChange={(untilDate) => change({ untilDate })}
        />
      )}
    </View>
  );
}
