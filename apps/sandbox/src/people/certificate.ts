import { checkDigitOf, type PlainDate } from '@gongji/domain';

/** A number that GB 11643 calls valid, with a sequence of 000 to 009 so that it is recognisably made up. Odd sequences are men's. */
export function syntheticResidentId(regionCode: string, birthDate: PlainDate, sequence: number): string {
  const first17 = `${regionCode}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${first17}${checkDigitOf(first17)}`;
}
