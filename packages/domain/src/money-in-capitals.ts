import type { Fen } from './money';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿'] as const;

/**
 * `fen(168032)` → `壹仟陆佰捌拾元叁角贰分`: an amount as receipts spell it, after 《正确填写票据和结算凭证的基本规定》 (中国人民银行, annex to 支付结算办法):
 * 整 after 元 and after 角, never after 分; zeros in a row are one 零. Where that text leaves a 零 to choice it is left out. Throws RangeError below zero.
 */
export function inCapitals(amount: Fen): string {
  if (amount < 0) throw new RangeError('a receipt has no amount below zero');
  const [jiao, cents] = [Math.floor(amount / 10) % 10, amount % 10];
  const yuan = wholeYuan(Math.floor(amount / 100));
  if (jiao === 0 && cents === 0) return `${yuan === '' ? '零元' : yuan}整`;
  const tenths = jiao === 0 ? zeroBetween(yuan) : `${DIGITS[jiao]}角`;
  return `${yuan}${tenths}${cents === 0 ? '整' : `${DIGITS[cents]}分`}`;
}

/** 肆元零伍分, but 伍分: nothing stands before it. */
const zeroBetween = (yuan: string): string => (yuan === '' ? '' : '零');

function wholeYuan(yuan: number): string {
  const groups = String(yuan)
    .split(/(?=(?:\d{4})+$)/)
    .map(Number);
  const words = groups.reduce((said, group, index) => {
    if (group === 0) return said;
    const gap = said !== '' && (group < 1_000 || groups[index - 1] === 0) ? '零' : '';
    return `${said}${gap}${groupWords(group)}${GROUPS[groups.length - 1 - index] ?? ''}`;
  }, '');
  return words === '' ? '' : `${words}元`;
}

/** 1..9999 */
function groupWords(group: number): string {
  const digits = Array.from(String(group), Number);
  return digits.reduce((said, digit, index) => {
    if (digit === 0) return said;
    const gap = index > 0 && digits[index - 1] === 0 ? '零' : '';
    return `${said}${gap}${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`;
  }, '');
}
