import type { enrolledPerson } from '@gongji/contract';
import type { EnrolPerson } from '@gongji/core';
import type { z } from 'zod';

/** As the insurance register or the sandbox has a person. */
export type EnrolledPerson = z.output<typeof enrolledPerson>;

export const enrolmentOf = ({ openid, name, certificateKind, certificateNumber, account, ...rest }: EnrolledPerson): EnrolPerson => {
  const { regionCode, scheme, insuranceState, groups, birthDate } = rest;
  const insurance = { regionCode, scheme, insuranceState, groups, birthDate };
  return { openid, name, certificateKind, certificateNumber, account, insurance };
};
