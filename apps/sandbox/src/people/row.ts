import type { SandboxPerson } from '@gongji/contract';
import { fen, type PersonGroup, plainDate, type Scheme } from '@gongji/domain';
import { syntheticResidentId } from './certificate';

/** One synthetic person, as the tables write them down. */
export interface Row {
  readonly key: string;
  readonly family: string;
  readonly name: string;
  readonly born: string;
  readonly regionCode: string;
  readonly scheme: Scheme;
  /** The certificate's sequence, or the whole number of a birth certificate. */
  readonly certificate: number | string;
  /** 当年 and 历年, in 分. */
  readonly account?: readonly [number, number];
  readonly insuranceState?: SandboxPerson['insuranceState'];
  readonly groups?: readonly PersonGroup[];
  readonly story: string;
}

export const personOf = (row: Row): SandboxPerson => {
  const birthDate = plainDate(row.born);
  return {
    key: row.key,
    family: row.family,
    story: row.story,
    name: row.name,
    openid: `sandbox-openid-${row.key}`,
    certificateKind: typeof row.certificate === 'string' ? 'birth-certificate' : 'resident-id',
    certificateNumber:
      typeof row.certificate === 'string' ? row.certificate : syntheticResidentId(row.regionCode, birthDate, row.certificate),
    regionCode: row.regionCode,
    scheme: row.scheme,
    insuranceState: row.insuranceState ?? 'normal',
    groups: [...(row.groups ?? [])],
    birthDate,
    account: row.account ? { currentYearFen: fen(row.account[0]), carriedOverFen: fen(row.account[1]) } : null,
  };
};
