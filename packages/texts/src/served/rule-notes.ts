import { BINDING_RULE_NOTES } from './binding-rule-notes';
import { MONEY_RULE_NOTES } from './money-rule-notes';
import { PREMIUM_RULE_NOTES } from './premium-rule-notes';
import type { Sentence } from './sentence';

/** What is to be known of a source, whatever its rule is about. */
const SOURCE_NOTES: readonly Sentence[] = [
  ['网址是汇总页。', 'The address is that of a summary page.'],
  ['来自权威性低的网页。', 'From a web page of little authority.'],
  ['来自权威性低的网页，没有日期。', 'From a web page of little authority, without a date.'],
  ['只有一个权威性低的网页这样说，没有日期。', 'Only one web page of little authority says so, without a date.'],
  [
    '来源没有日期，生效日按同省的通知填写。',
    'The source has no date; the first day in force is entered as in a notice of the same province.',
  ],
];

/** The notes of the shipped rules, word for word: a note is written by hand and has no places. What is assumed stays marked so. */
export const RULE_NOTES: readonly Sentence[] = [...SOURCE_NOTES, ...BINDING_RULE_NOTES, ...MONEY_RULE_NOTES, ...PREMIUM_RULE_NOTES];
