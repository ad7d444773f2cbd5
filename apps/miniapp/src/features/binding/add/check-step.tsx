import { CERTIFICATE_KIND_TEXT, CLAIMED_RELATION_TEXT, fenText, normalCertificateNumber } from '@gongji/domain';
import { ADD_RELATIVE, GRANT_TERMS } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { useRead } from '@/shared/bff/use-read';
import { placeName } from '@/shared/places/places';
import { say } from '@/shared/text/say';
import { personName, relationText } from '@/shared/text/words';
import { Button } from '@/shared/ui/button';
import { Card, Line } from '@/shared/ui/card';
import { capText, GRANT_TITLE, placeText, untilText, usesText } from '../binding-text';
import { CheckedAnswers } from './checked-answers';
import { capOf, endsOn, placeOf } from './draft';
import type { AddRelative } from './use-add-relative';

/** Every answer once more, each group with its way back; then whether it will work, before anything is signed. */
export const CheckStep = (form: AddRelative) => (
  <View>
    {form.subject.kind === 'new' ? <PersonAnswers {...form} /> : <BoundPerson {...form.subject} />}
    <GrantAnswers {...form} />
    <CheckedAnswers form={form} title={say(ADD_RELATIVE.check.question)} beforeSigning />
  </View>
);

function PersonAnswers({ draft, goTo }: AddRelative) {
  const places = useRead('regions').answer?.regions ?? [];
  const place = places.find(({ regionCode }) => regionCode === draft.regionCode);
  return (
    <Card>
      <Heading title={say(ADD_RELATIVE.step.person)} label={say(ADD_RELATIVE.check.changePerson)} onChange={() => goTo('person')} />
      <Line name={say(ADD_RELATIVE.check.relation)}>{draft.relation === null ? '' : say(CLAIMED_RELATION_TEXT[draft.relation])}</Line>
      <Line name={say(ADD_RELATIVE.person.name)}>{draft.name}</Line>
      <Line name={say(CERTIFICATE_KIND_TEXT[draft.certificateKind])}>{normalCertificateNumber(draft.certificateNumber)}</Line>
      <Line name={say(ADD_RELATIVE.person.place)}>{place === undefined ? draft.regionCode : placeName(places, place)}</Line>
    </Card>
  );
}

const BoundPerson = ({ binding }: Extract<AddRelative['subject'], { kind: 'open' }>) => (
  <Card>
    <Text className="lead">{say(ADD_RELATIVE.step.person)}</Text>
    <Line name={say(ADD_RELATIVE.check.relation)}>{relationText(binding)}</Line>
    <Line name={say(ADD_RELATIVE.person.name)}>{personName(binding.other)}</Line>
    <Line name={say(ADD_RELATIVE.person.place)}>{binding.other.regionName}</Line>
  </Card>
);

function GrantAnswers({ subject, draft, goTo, startsOn, sharedLimit: shared }: AddRelative) {
  const sharedLimit = capOf(draft.sharedLimit);
  const place = placeOf(draft.place);
  return (
    <Card>
      <Heading title={say(ADD_RELATIVE.step.grants)} label={say(ADD_RELATIVE.check.changeGrants)} onChange={() => goTo('grants')} />
      {(subject.kind === 'new' || draft.showCode) && <Line name={say(GRANT_TITLE['show-code'])}>{onText(draft.showCode)}</Line>}
      {(subject.kind === 'new' || draft.shareFunds) && <Line name={say(GRANT_TITLE['share-funds'])}>{onText(draft.shareFunds)}</Line>}
      {draft.shareFunds && <Line name={say(GRANT_TERMS.uses)}>{usesText([...draft.uses])}</Line>}
      {draft.shareFunds && (
        <Line name={say(GRANT_TERMS.limit)}>
          {capText({ capPerPaymentFen: capOf(draft.capPerPayment) ?? null, capPerMonthFen: capOf(draft.capPerMonth) ?? null })}
        </Line>
      )}
      {draft.shareFunds && sharedLimit && <Line name={say(GRANT_TERMS.shared[shared?.kind ?? 'limit'])}>{fenText(sharedLimit)}</Line>}
      {draft.shareFunds && place && <Line name={say(GRANT_TERMS.place)}>{placeText(place)}</Line>}
      <Line name={say(GRANT_TERMS.until)}>{untilText(endsOn(draft, startsOn) ?? null)}</Line>
      {draft.guardian && <Line name={say(ADD_RELATIVE.grants.guardian)}>{say(ADD_RELATIVE.check.guardianStated)}</Line>}
    </Card>
  );
}

const onText = (on: boolean): string => say(on ? ADD_RELATIVE.check.on : ADD_RELATIVE.check.off);

interface HeadingProps {
  readonly title: string;
  /** Of its way back, read aloud. */
  readonly label: string;
  readonly onChange: () => void;
}

const Heading = ({ title, label, onChange }: HeadingProps) => (
  <View className="line">
    <Text className="lead">{title}</Text>
    <Button kind="text" inline onTap={onChange} label={label}>
      {say(ADD_RELATIVE.check.change)}
    </Button>
  </View>
);
