import type { CheckBindingRequest } from '@gongji/contract';
import { AppError, checkCertificate, checkName, shanghaiDate } from '@gongji/domain';
import type { AppDeps } from '../deps';
import type { ClaimedIdentity } from '../outside/identity-check';

/** Paper first: the identity check is asked only about names and numbers that can exist. Throws CERTIFICATE_INVALID, NAME_INVALID. */
export function readRelative(
  { core }: AppDeps,
  { name: rawName, certificateKind, certificateNumber, regionCode }: CheckBindingRequest['relative'],
): ClaimedIdentity {
  const certificate = checkCertificate({ kind: certificateKind, number: certificateNumber }, shanghaiDate(core.now()));
  if (!certificate.ok) throw AppError.of(certificate);
  const name = checkName(rawName, certificateKind);
  if (!name.ok) throw AppError.of(name);
  return { name: name.value, certificateKind, certificateNumber: certificate.value.number, regionCode };
}
