import type { ErrorResponse } from '@gongji/contract';
import { enrolPeople, type Insurance } from '@gongji/core';
import {
  type ErrorCode,
  fen,
  plainDate,
  type PlainDate,
  type PolicyBook,
  type RegionPolicy,
  type RuleKind,
  type RuleValues,
} from '@gongji/domain';
import { syntheticResidentId } from '../../../apps/sandbox/src/people/certificate';
import type { Edge, EdgeOptions } from '../../support/edge';
import { type Caller, logIn } from '../../support/edge-client';
import { bindingRequest, SHARE_EVERYTHING } from '../../support/family';

/** How one refusal of the catalogue is reached over HTTP: the world it needs, and what somebody does in it. */
export interface Reached {
  readonly world?: EdgeOptions;
  readonly by: (edge: Edge) => Promise<Pick<ErrorResponse, 'code' | 'text' | 'nextStep'>>;
}
export type ReachedTable = { readonly [C in ErrorCode]?: Reached };

export const chen = (edge: Edge): Promise<Caller> => logIn(edge, 'chen-jianguo');

/** Money only, so that no acceptance is needed where the region lets the sponsor decide alone. */
export const FUNDS_ONLY = { showCode: null } as const;
export const CODE_ONLY = { shareFunds: null } as const;
export const GUARDIAN = { guardianStatement: true } as const;

/** Invented people whom the identity check confirms: as many as a limit needs. */
export const anybody = (insurance: Partial<Insurance> = {}): EdgeOptions => ({
  replace: {
    checkIdentity: async ({ certificateNumber, regionCode }) => ({
      regionCode,
      scheme: 'resident',
      insuranceState: 'normal',
      groups: [],
      birthDate: bornIn(certificateNumber),
      ...insurance,
    }),
  },
});

const bornIn = (number: string): PlainDate => plainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);

export function inventedRelative(regionCode: string, index: number, born = '1986-02-03') {
  const certificateNumber = syntheticResidentId(regionCode, plainDate(born), index);
  return { name: '郑演示', certificateKind: 'resident-id' as const, certificateNumber, regionCode };
}

/** A wish to bind an invented relative. */
export const invited = (regionCode: string, index: number, overrides: object = {}) => ({
  ...bindingRequest('chen-guilan', 'sibling', { sharedLimitFen: null }),
  relative: inventedRelative(regionCode, index),
  ...overrides,
});

const EMPLOYEE_BORN = plainDate('1984-06-07');
export const employeeNumber = (regionCode: string, index: number): string => syntheticResidentId(regionCode, EMPLOYEE_BORN, index);

/** Another employee of a region, with an account of 5,000 yuan, logged in. Needs a world whose log-in codes are openids. */
export async function anotherEmployee(edge: Edge, regionCode: string, index: number): Promise<Caller> {
  const openid = `openid-test-${regionCode}-${index}`;
  const insurance = { regionCode, scheme: 'employee', insuranceState: 'normal', groups: [], birthDate: EMPLOYEE_BORN } as const;
  const { name, certificateKind } = inventedRelative(regionCode, index);
  const certificateNumber = employeeNumber(regionCode, index);
  const account = { currentYearFen: fen(0), carriedOverFen: fen(500_000) };
  await enrolPeople(edge.deps.core, [{ openid, name, certificateKind, certificateNumber, insurance, account }]);
  return logIn(edge, openid, openid);
}

export const OPENID_LOG_IN: EdgeOptions = { replace: { ...anybody().replace, findOpenid: async (code) => code } };

interface OtherRule<K extends RuleKind> {
  readonly kind: K;
  readonly value: RuleValues[K];
}

/** The shipped rules with one of them changed, in regions that publish it and in those that do not. */
export const withRule =
  <K extends RuleKind>({ kind, value }: OtherRule<K>) =>
  (shipped: PolicyBook): PolicyBook => ({
    ...shipped,
    policyFor: (regionCode, on) => {
      const policy = shipped.policyFor(regionCode, on);
      const before = policy?.rule(kind) ?? policy?.rules[0];
      if (policy === undefined || before === undefined) return policy;
      const after = { ...before, kind, value };
      const rule = ((asked: RuleKind) => (asked === kind ? after : policy.rule(asked))) as RegionPolicy['rule'];
      return { ...policy, rule, version: `${policy.version} with another ${kind}` };
    },
  });

/** What some region or other wants to be filled in. */
export const COMPLETE = { ...SHARE_EVERYTHING, endsOn: plainDate('2027-11-21'), place: 1, capPerPaymentFen: fen(50_000) };
