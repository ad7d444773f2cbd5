import { View } from '@tarojs/components';
import { Card } from '@/shared/ui/card';
import { OneOf, Tick } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { RuleSource } from '@/shared/ui/rule-source';
import { Switch } from '@/shared/ui/switch';
import { GRANT_NOTE, GRANT_TITLE } from '../binding-text';
import { GUARDIAN_STATEMENT } from './add-text';
import { FundTerms } from './fund-terms';
import type { AddRelative } from './use-add-relative';

export function GrantsStep(form: AddRelative) {
  const { subject, draft, errors, change, asked } = form;
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View>
      {subject.kind === 'new' && <TwoSwitches {...form} />}
      {draft.shareFunds && <FundTerms {...form} />}
      <Until {...form} />
      {asked.needsGuardian && (
        <FieldFrame id="guardian" label="监护人承诺" hint="家人未满16周岁，由监护人承诺，无需孩子确认" error={errorOf('guardian')}>
          <Tick on={draft.guardian} onTap={() => change({ guardian: !draft.guardian })} label={GUARDIAN_STATEMENT} />
        </FieldFrame>
      )}
    </View>
  );
}

const TwoSwitches = ({ draft, errors, change }: AddRelative) => (
  <FieldFrame id="grants" label="您要打开哪个？" hint="可以都打开" error={errors.find(({ field }) => field === 'grants')?.text}>
    <View className="choices">
      <Card flush>
        <Switch
          label={GRANT_TITLE['show-code']}
          note={GRANT_NOTE['show-code']}
          on={draft.showCode}
          onChange={(showCode) => change({ showCode })}
        />
      </Card>
      <Card flush>
        <Switch
          label={GRANT_TITLE['share-funds']}
          note={GRANT_NOTE['share-funds']}
          on={draft.shareFunds}
          onChange={(shareFunds) => change({ shareFunds })}
        />
      </Card>
    </View>
  </FieldFrame>
);

function Until({ draft, errors, change, asked, policy }: AddRelative) {
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  const required = draft.shareFunds && asked.asks?.endDateRequired === true;
  const rule = policy.answer?.rules.find(({ kind }) => kind === 'grantEndDate');
  return (
    <View>
      <FieldFrame id="until-kind" label="到什么时候" error={errorOf('until-kind')}>
        <OneOf
          label="到什么时候"
          options={[
            { value: 'open', label: '长期', off: required, note: required ? '您的参保地要求填写结束日期' : '没有结束日期' },
            { value: 'one-year', label: '一年' },
            { value: 'date', label: '到指定日期' },
          ]}
          value={required && draft.until === 'open' ? null : draft.until}
          onChange={(until) => change({ until })}
        />
        {required && rule !== undefined && <RuleSource rule={rule} />}
      </FieldFrame>
      {draft.until === 'date' && (
        <Field
          id="until"
          label="截止日期"
          hint="年-月-日，如 2027-12-31，含当天"
          error={errorOf('until')}
          value={draft.untilDate}
          maxLength={10}
          onChange={(untilDate) => change({ untilDate })}
        />
      )}
    </View>
  );
}
