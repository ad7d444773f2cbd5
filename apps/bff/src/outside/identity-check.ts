import { identityAnswer } from '@gongji/contract';
import type { Insurance } from '@gongji/core';
import { AppError, type CertificateKind } from '@gongji/domain';
import { callOutside, saysNothing } from './call-outside';

const TIMEOUT_MS = 5_000;

export interface ClaimedIdentity {
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly regionCode: string;
}

/** Is there such a person, insured there? Throws IDENTITY_NOT_CONFIRMED, or OUTSIDE_UNAVAILABLE where nobody answers. */
export type CheckIdentity = (claimed: ClaimedIdentity) => Promise<Insurance>;

const silent = saysNothing('身份核验');

export const identityCheckAt =
  (base: string): CheckIdentity =>
  async ({ name, certificateKind, certificateNumber, regionCode }) => {
    const body = { name, certificateKind, certificateNumber, regionCode };
    const url = new URL('/identity/verify', base);
    const answer = await callOutside({ method: 'POST', url, body, schema: identityAnswer, timeoutMs: TIMEOUT_MS }).catch(silent);
    // Insured somewhere else than was asked for is not what was asked for.
    if (!answer.confirmed || answer.regionCode !== regionCode) throw new AppError('IDENTITY_NOT_CONFIRMED');
    const { confirmed: _, ...insurance } = answer;
    return insurance;
  };
