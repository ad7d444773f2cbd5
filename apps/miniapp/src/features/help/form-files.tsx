import type { FormPurpose } from '@gongji/domain';
import { HELP } from '@gongji/texts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { inWeChat } from '@/shared/platform/target';
import { useSession } from '@/shared/session/session';
import { say } from '@/shared/text/say';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { OneOf, type Option } from '@/shared/ui/choice';
import { FieldFrame } from '@/shared/ui/field';
import { FileOutcome } from '@/shared/ui/file-outcome';
import { type Filling, useFormFile } from './use-form-file';

const purposes = (): readonly Option<FormPurpose>[] => [
  { value: 'bind', label: say(HELP.form.bind) },
  { value: 'unbind', label: say(HELP.form.unbind) },
];
const fillings = (): readonly Option<Filling>[] => [
  { value: 'empty', label: say(HELP.form.empty) },
  { value: 'blank', label: say(HELP.form.blank), note: say(HELP.form.blankNote) },
  { value: 'masked', label: say(HELP.form.masked), note: say(HELP.form.maskedNote) },
];

/** A paper to print and sign. Of a person on it only what whoever is logged in knows of themselves. */
export function FormFiles({ regionCode }: { readonly regionCode: string }) {
  const { me } = useSession();
  const [purpose, setPurpose] = useState<FormPurpose>('bind');
  const [filling, setFilling] = useState<Filling>('empty');
  const { state, busy, save } = useFormFile({ regionCode, purpose, filling });
  return (
    <Card>
      <FieldFrame id="purpose" label={say(HELP.form.purpose)}>
        <OneOf grid="short" label={say(HELP.form.purpose)} options={purposes()} value={purpose} onChange={setPurpose} />
      </FieldFrame>
      {me !== null && (
        <FieldFrame id="filling" label={say(HELP.form.filling)}>
          <OneOf label={say(HELP.form.filling)} options={fillings()} value={filling} onChange={setFilling} />
        </FieldFrame>
      )}
      <View className="stack">
        <FileOutcome
          state={state}
          kept={{ title: say(inWeChat ? HELP.form.opened : HELP.form.downloaded), text: say(HELP.form.print) }}
          failedText={say(HELP.form.failed)}
        />
        <Button icon="doc" busyText={busy && say(HELP.form.busy)} onTap={save}>
          {say(inWeChat ? HELP.form.open : HELP.form.download)}
        </Button>
      </View>
    </Card>
  );
}
