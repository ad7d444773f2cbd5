import type { Explanation } from '@gongji/contract';
import { ADD_RELATIVE } from '@gongji/texts';
import { View } from '@tarojs/components';
import { type Reading, useRead } from '@/shared/bff/use-read';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Section } from '@/shared/ui/card';
import { Loaded } from '@/shared/ui/loaded';
import { Notice } from '@/shared/ui/notice';
import { ExplanationList } from '../explanation-list';
import { tellBefore } from '../explanation-standing';
import { ToAlreadyBound } from './already-bound';
import { mendsOf } from './add-text';
import { checkGrantRequestOf, checkRequestOf } from './draft';
import type { AddRelative } from './use-add-relative';

interface Props {
  readonly form: AddRelative;
  readonly title: string;
  /** The way to the signature follows. */
  readonly beforeSigning?: boolean;
}

/** What will work and what will not, with the reasons; a no leads back to the field that mends it. */
export const CheckedAnswers = (props: Props) =>
  props.form.subject.kind === 'new' ? (
    <CheckedNew {...props} />
  ) : (
    <CheckedOpen {...props} bindingId={props.form.subject.binding.bindingId} />
  );

function CheckedNew(props: Props) {
  const reading = useRead('checkBinding', { body: checkRequestOf(props.form.draft, props.form.startsOn), sparing: true });
  return <Checked {...props} reading={reading} />;
}

function CheckedOpen({ bindingId, ...props }: Props & { readonly bindingId: string }) {
  const body = checkGrantRequestOf(props.form.draft, props.form.startsOn);
  return <Checked {...props} reading={useRead('checkGrant', { path: { bindingId }, body })} />;
}

interface CheckedProps extends Props {
  readonly reading: Reading<{ readonly explanations: Explanation[] }>;
}

function Checked({ form, title, beforeSigning = false, reading }: CheckedProps) {
  const { refusal, answer } = reading;
  const blocked = refusal !== null || answer?.explanations.some(({ usable }) => !usable) === true;
  return (
    <View>
      <Section title={title}>
        <Loaded reading={reading} cards={1} mayReload={refusal === null || mendsIn(form, [refusal.code]).length === 0}>
          {({ explanations }) => (
            <View>
              {blocked && (
                <Notice tone="danger" title={say(ADD_RELATIVE.check.blocked)} urgent>
                  {say(ADD_RELATIVE.check.blockedText)}
                </Notice>
              )}
              <View className="card__notice">
                <ExplanationList told={explanations.map(tellBefore)} />
              </View>
              <Mends form={form} codes={obstaclesOf(explanations)} />
              {blocked && (
                <Button kind="text" inline icon="refresh" onTap={reading.reload}>
                  {say(ADD_RELATIVE.check.again)}
                </Button>
              )}
            </View>
          )}
        </Loaded>
        {refusal !== null && <Mends form={form} codes={[refusal.code]} />}
      </Section>
      {beforeSigning && <ToSigning blocked={blocked} {...form} />}
    </View>
  );
}

/** Nobody signs for what would be refused. What was sent already may go out again: it may be the very thing that stands in the way. */
const ToSigning = ({ blocked, unanswered, next }: AddRelative & { readonly blocked: boolean }) => (
  <View className="section">
    {blocked && !unanswered ? (
      <Button off onTap={next}>
        {say(ADD_RELATIVE.check.notYet)}
      </Button>
    ) : (
      <Button onTap={next}>{say(ADD_RELATIVE.check.toSigning)}</Button>
    )}
  </View>
);

const obstaclesOf = (explanations: readonly Explanation[]): readonly string[] =>
  explanations.flatMap(({ checks }) => checks.filter(({ result }) => result === 'no').map(({ code }) => code ?? ''));

/** Which switch it is stands fixed where one switch is opened. */
const mendsIn = ({ steps, subject }: AddRelative, codes: readonly string[]) =>
  mendsOf(codes, steps).filter(({ field }) => subject.kind === 'new' || field !== 'grants');

/** One button a field, however many refusals it would mend. Who is bound already needs no mending but the way there. */
export const Mends = ({ form, codes }: { readonly form: AddRelative; readonly codes: readonly string[] }) => {
  const mends = mendsIn(form, codes);
  const bound = codes.includes('BINDING_DUPLICATE');
  return mends.length === 0 && !bound ? null : (
    <View className="card__notice stack">
      {bound && <ToAlreadyBound form={form} />}
      {mends.map(({ step, field, button }) => (
        <Button key={field} kind="plain" onTap={() => form.goTo(step, field)}>
          {say(button)}
        </Button>
      ))}
    </View>
  );
};
