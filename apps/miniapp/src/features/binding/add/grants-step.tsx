import { shanghaiDate } from '@gongji/domain';
import { View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { serverNow, useMe } from '@/shared/session/session';
import { Card } from '@/shared/ui/card';
import { AnyOf, OneOf, Tick } from '@/shared/ui/choice';
import { Field, FieldFrame } from '@/shared/ui/field';
import { Switch } from '@/shared/ui/switch';
import { GRANT_NOTE, GRANT_TITLE } from '../binding-text';
import { GUARDIAN_STATEMENT, UNTIL_OPTIONS, USE_OPTIONS } from './add-text';
import { mayNeedGuardian } from './draft';
import type { AddRelative } from './use-add-relative';

export function GrantsStep(form: AddRelative) {
  const { draft, errors, change } = form;
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View>
      <FieldFrame id="grants" label="您要打开哪个？" hint="可以都打开" error={errorOf('grants')}>
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
      {draft.shareFunds && <FundTerms {...form} />}
      <FieldFrame id="until-kind" label="到什么时候">
        <OneOf label="到什么时候" options={UNTIL_OPTIONS} value={draft.until} onChange={(until) => change({ until })} />
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
      {mayNeedGuardian(draft, shanghaiDate(serverNow())) && (
        <FieldFrame id="guardian" label="监护人承诺" hint="家人未满16周岁，由监护人承诺，无需孩子确认" error={errorOf('guardian')}>
          <Tick on={draft.guardian} onTap={() => change({ guardian: !draft.guardian })} label={GUARDIAN_STATEMENT} />
        </FieldFrame>
      )}
    </View>
  );
}

function FundTerms({ draft, errors, change }: AddRelative) {
  const me = useMe();
  const policy = useRead('policy', { path: { region: me.regionCode } });
  const shared = policy.answer?.rules.find(({ kind }) => kind === 'sharedLimit');
  const errorOf = (field: string) => errors.find((each) => each.field === field)?.text;
  return (
    <View>
      <FieldFrame id="uses" label="可以付什么" error={errorOf('uses')}>
        <AnyOf label="可以付什么" options={USE_OPTIONS} values={draft.uses} onChange={(uses) => change({ uses })} />
      </FieldFrame>
      <Field
        id="cap-payment"
        label="单次限额（元）"
        hint="不设限额请留空"
        type="digit"
        error={errorOf('cap-payment')}
        value={draft.capPerPayment}
        onChange={(capPerPayment) => change({ capPerPayment })}
      />
      <Field
        id="cap-month"
        label="每月限额（元）"
        hint="不设限额请留空"
        type="digit"
        error={errorOf('cap-month')}
        value={draft.capPerMonth}
        onChange={(capPerMonth) => change({ capPerMonth })}
      />
      {shared !== undefined && (
        <Field
          id="shared-limit"
          label="全体亲属共用限额（元）"
          hint={`${shared.regionName}：${shared.text}`}
          type="digit"
          error={errorOf('shared-limit')}
          value={draft.sharedLimit}
          onChange={(sharedLimit) => change({ sharedLimit })}
        />
      )}
    </View>
  );
}
