import type { Sentence } from './sentence';

/** What is wrong with what was typed. */
export const FIELDS: readonly Sentence[] = [
  ['出生医学证明编号是 1 个字母加 9 位数字', 'the number of a birth certificate is 1 letter and 9 digits'],
  ['15 位的一代身份证号码已停用，请填 18 位号码', 'numbers with 15 digits are no longer used, please enter all 18'],
  ['应为 18 位，只有最后一位可以是 X', 'it has 18 digits, and only the last may be an X'],
  [
    '港澳台居民居住证号码以 81、82 或 83 开头',
    'the number of a residence permit for Hong Kong, Macao and Taiwan residents begins with 81, 82 or 83',
  ],
  [
    '这是港澳台居民居住证号码，请改选证件种类',
    'this is the number of a residence permit for Hong Kong, Macao and Taiwan residents, please change the kind of document',
  ],
  ['前两位不是省级行政区代码', 'the first two digits are no province'],
  ['第 7 到 14 位不是有效的出生日期', 'digits 7 to 14 are no date of birth'],
  ['最后一位校验码对不上，可能有一位写错了', 'the last digit does not fit the others, one of them may be wrong'],
  ['无法识别', 'it cannot be read'],
  ['缺少这一项', 'this is missing'],
  ['应为{kind}', 'this should be {kind}'],
  ['文字', 'text'],
  ['数字', 'a number'],
  ['整数', 'a whole number'],
  ['是或否', 'yes or no'],
  ['列表', 'a list'],
  ['另一种内容', 'something else'],
  ['有不认识的内容', 'something in it is not known'],
];
