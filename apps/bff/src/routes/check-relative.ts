import type { CheckBindingRequest } from '@gongji/contract';
import type { Insurance } from '@gongji/core';
import { AppError, checkCertificate, checkName, shanghaiDate } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { ClaimedIdentity } from '../outside/identity-check';

type Relative = CheckBindingRequest['relative'];

/** What stands on the paper, if a paper can say so. Throws CERTIFICATE_INVALID, NAME_INVALID. */
export function readRelative(
  { core }: AppDeps,
  { name: rawName, certificateKind, certificateNumber, regionCode }: Relative,
): ClaimedIdentity {
  const certificate = checkCertificate({ kind: certificateKind, number: certificateNumber }, shanghaiDate(core.now()));
  if (!certificate.ok) throw AppError.of(certificate);
  const name = checkName(rawName, certificateKind);
  if (!name.ok) throw AppError.of(name);
  return { name: name.value, certificateKind, certificateNumber: certificate.value.number, regionCode };
}

/** Paper first, then the register: the identity check is asked only about numbers that can exist. Throws also IDENTITY_NOT_CONFIRMED. */
export async function checkRelative(deps: AppDeps, claimed: Relative): Promise<ClaimedIdentity & { readonly insurance: Insurance }> {
  const identity = readRelative(deps, claimed);
  return { ...identity, insurance: await deps.checkIdentity(identity) };
}
