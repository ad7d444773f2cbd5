import { type Decision, decided, refused } from '../decision';
import type { CertificateKind } from './certificate-kind';

const MAX_CHARACTERS = 30;
/** Keyboards offer many dots for the · of 少数民族 names; papers carry U+00B7. */
const DOTS = /[•‧∙⋅・･●．.]/g;
/** 〇, the base block, extension A, compatibility ideographs, and planes 2 and 3 (extensions B to J), where only ideographs live. */
const HAN: readonly (readonly [number, number])[] = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0x20000, 0x3fffd],
];
const LATIN_NAME = /^[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[ '’,-]{1,2}[A-Za-zÀ-ÖØ-öø-ÿ]+)*$/;

/** A name as it stands on a certificate: 1 to 30 Han characters with · between parts; on a 港澳台居民居住证 also a name in Latin letters. Rare characters are legal. */
export function checkName(rawName: string, kind: CertificateKind): Decision<string, 'NAME_INVALID'> {
  const han = rawName.replace(/\s/g, '').replace(DOTS, '·');
  if (isHanName(han)) return decided(han);
  const latin = rawName.trim().replace(/\s+/g, ' ');
  if (kind === 'hmt-residence-permit' && latin.length <= MAX_CHARACTERS && LATIN_NAME.test(latin)) return decided(latin);
  return refused('NAME_INVALID');
}

function isHanName(name: string): boolean {
  const parts = name.split('·');
  return Array.from(name).length <= MAX_CHARACTERS && parts.every((part) => part !== '' && Array.from(part).every(isHan));
}

function isHan(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return HAN.some(([first, last]) => point >= first && point <= last);
}
