import type { BindingView, GrantView } from '@gongji/contract';
import { untilText } from './binding-text';

const SENTENCES: Readonly<Record<GrantView['kind'], readonly string[]>> = {
  'show-code': ['您看病买药时，TA可以用自己的手机出示您的医保码', 'TA看不到您的余额和看病记录'],
  'share-funds': ['您的费用，您的账户不够时，用TA的账户付', '不会动您账户里的钱'],
};

/** What a yes does, in sentences that one hears once and understands: only what waits for an answer. */
export function calmSentences({ grants }: Pick<BindingView, 'grants'>): readonly string[] {
  const asked = grants.filter(({ state }) => state === 'proposed');
  const ends = new Set(asked.map(({ endsOn }) => untilText(endsOn)));
  return [...asked.flatMap(({ kind }) => SENTENCES[kind]), ...[...ends].map((end) => `有效期：${end}`), '不同意也没关系，什么都不会变'];
}
