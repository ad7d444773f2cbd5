import { type PlainDate, parseDate } from '../dates';
import { type Decision, decided, refused } from '../decision';
import type { Certificate, CertificateKind } from './certificate-kind';

export interface CheckedCertificate extends Certificate {
  /** From the number itself; null for a birth certificate, whose number carries no date. */
  readonly birthDate: PlainDate | null;
}

/** GB/T 2260 province codes that 居民身份证 begin with. 81–83 begin 港澳台居民居住证 instead. */
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' ');
const HMT_PREFIXES = ['81', '82', '83'];
/** GB 11643 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const EARLIEST_BIRTH = '1880-01-01';

/** Checks a certificate number as far as paper and arithmetic go; that the person exists is the identity check's to say. `today` bounds the birth date. */
export function checkCertificate(raw: Certificate, today: PlainDate): Decision<CheckedCertificate, 'CERTIFICATE_INVALID'> {
  const number = normalCertificateNumber(raw.number);
  if (raw.kind === 'birth-certificate') {
    return /^[A-Z]\d{9}$/.test(number)
      ? decided({ kind: raw.kind, number, birthDate: null })
      : refused('CERTIFICATE_INVALID', { reason: '出生医学证明编号是 1 个字母加 9 位数字' });
  }
  const reason = problemOf(raw.kind, number, today);
  return reason === undefined
    ? decided({ kind: raw.kind, number, birthDate: birthDateIn(number) ?? null })
    : refused('CERTIFICATE_INVALID', { reason });
}

/** GB 11643: the 17th character is odd for men. A birth certificate's number does not say: null. */
export const genderIn = ({ kind, number }: Certificate): 'male' | 'female' | null =>
  kind === 'birth-certificate' ? null : Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';

/** The last character of an 18-character number, from its first 17 digits. */
export function checkDigitOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** Spaces go, full-width digits and letters become half-width, a lower-case x becomes X. */
export const normalCertificateNumber = (raw: string): string =>
  raw
    .replace(/[\s\u3000-]/g, '')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toUpperCase();

function problemOf(kind: CertificateKind, number: string, today: PlainDate): string | undefined {
  if (/^\d{15}$/.test(number)) return '15 位的一代身份证号码已停用，请填 18 位号码';
  if (!/^\d{17}[\dX]$/.test(number)) return '应为 18 位，只有最后一位可以是 X';
  const prefix = number.slice(0, 2);
  if (kind === 'hmt-residence-permit' && !HMT_PREFIXES.includes(prefix)) return '港澳台居民居住证号码以 81、82 或 83 开头';
  if (kind === 'resident-id' && HMT_PREFIXES.includes(prefix)) return '这是港澳台居民居住证号码，请改选证件种类';
  if (kind === 'resident-id' && !PROVINCES.includes(prefix)) return '前两位不是省级行政区代码';
  const birthDate = birthDateIn(number);
  if (birthDate === undefined || birthDate < EARLIEST_BIRTH || birthDate > today) return '第 7 到 14 位不是有效的出生日期';
  if (checkDigitOf(number.slice(0, 17)) !== number.charAt(17)) return '最后一位校验码对不上，可能有一位写错了';
  return undefined;
}

const birthDateIn = (number: string): PlainDate | undefined =>
  parseDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
