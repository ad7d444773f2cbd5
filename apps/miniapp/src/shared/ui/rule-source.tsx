import type { RuleReference } from '@gongji/contract';
import { addDays } from '@gongji/domain';
import { PIECES } from '@gongji/texts';
import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import { opensPages, openPage } from '../platform/open-page';
import { dayText } from '../text/moment';
import { inWeChat } from '../platform/target';
import { say, speaksEnglish } from '../text/say';
import { dotted } from '../text/words';
import { Button } from './button';
import { State, type Tone } from './notice';

/** How far a sentence can be trusted, in words and a tone. */
export const CONFIDENCE: Readonly<Record<RuleReference['confidence'], { readonly text: string; readonly tone: Tone }>> = {
  'V-A': { text: PIECES.confidence.official, tone: 'ok' },
  'V-B': { text: PIECES.confidence.press, tone: 'info' },
  'V-C': { text: PIECES.confidence.low, tone: 'warn' },
  SEED: { text: PIECES.confidence.seed, tone: 'warn' },
  ASSUMED: { text: PIECES.confidence.assumed, tone: 'warn' },
};

interface Props {
  readonly rule: RuleReference;
  /** The rule's own words already stand beside it. */
  readonly said?: boolean;
}

/** "Why this limit?" beside any limit: one tap unfolds the dated rule, a second one goes to its source. Children stand left of it. */
export function RuleSource({ rule, said = false, children }: PropsWithChildren<Props>) {
  const [open, setOpen] = useState(false);
  return (
    <View className="source">
      <View className="source__line">
        {children !== undefined && <View className="source__words">{children}</View>}
        <Button
          kind="text"
          inline
          icon="book"
          label={say(open ? PIECES.rules.hideOf : PIECES.rules.showOf, { of: say(rule.text) })}
          expanded={open}
          onTap={() => setOpen(!open)}
        >
          {say(open ? PIECES.rules.fold : PIECES.rules.basis)}
        </Button>
      </View>
      {open && (
        <View className="source__rule">
          <RuleDetail rule={rule} said={said} />
        </View>
      )}
    </View>
  );
}

/** What the rule says, how far it can be trusted, from when to when, and who says so. */
export const RuleDetail = ({ rule, said = false }: Props) => (
  <View>
    {!said && <Text className="rule__text">{say(rule.text)}</Text>}
    <State tone={CONFIDENCE[rule.confidence].tone}>{say(CONFIDENCE[rule.confidence].text)}</State>
    <Text className="rule__source">{dotted(say(rule.regionName), inForceText(rule))}</Text>
    {rule.sourceTitle !== '' && <Text className="rule__source">{sourceWords(rule)}</Text>}
    {rule.note !== null && <Text className="rule__source">{say(PIECES.rules.note, { text: say(rule.note) })}</Text>}
    {rule.sourceAddress !== '' && (
      <Button
        kind="text"
        inline
        onTap={() => openPage(rule.sourceAddress)}
        label={say(PIECES.rules.sourceOf, { act: goToSourceText(), title: rule.sourceTitle })}
      >
        {goToSourceText()}
      </Button>
    )}
  </View>
);

/** One rule in its own words, with the way to its source. */
export const RuleLine = ({ rule }: { readonly rule: RuleReference }) => (
  <View className="rule">
    <RuleSource rule={rule} said>
      <Text className="rule__text">{say(rule.text)}</Text>
      <AssumedMark rule={rule} />
    </RuleSource>
  </View>
);

/** Says, before anybody asks, that a rule is assumed because nobody has published one. */
export const AssumedMark = ({ rule }: { readonly rule: RuleReference }) =>
  rule.assumed ? <State tone="warn">{say(CONFIDENCE.ASSUMED.text)}</State> : null;

export const goToSourceText = (): string => say(opensPages ? PIECES.rules.openSource : PIECES.rules.copySource);

/** `to` is the first day on which the rule no longer holds; people read the last day on which it does. */
const inForceText = ({ from, to }: RuleReference): string =>
  to === null
    ? say(PIECES.rules.from, { from: dayText(from) })
    : say(PIECES.rules.fromTo, { from: dayText(from), to: dayText(addDays(to, -1)) });

type Source = Pick<RuleReference, 'assumed' | 'sourceTitle' | 'sourceDate'>;

/** Titles stay Chinese: beside English words a screen reader is told so, and speaks them as they are. */
export function sourceWords(source: Source): ReactNode {
  const text = sourceText(source);
  const at = text.indexOf(source.sourceTitle);
  if (!speaksEnglish() || inWeChat || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <Text {...{ lang: 'zh-CN' }}>{source.sourceTitle}</Text>
      {text.slice(at + source.sourceTitle.length)}
    </>
  );
}

/** An assumed rule has no source of its own, only something that it leans on. */
const sourceText = ({ assumed, sourceTitle, sourceDate }: Source): string =>
  sourceDate === ''
    ? say(assumed ? PIECES.rules.leansOn : PIECES.rules.source, { title: sourceTitle })
    : say(assumed ? PIECES.rules.leansOnDated : PIECES.rules.sourceDated, { title: sourceTitle, date: sourceDate });
