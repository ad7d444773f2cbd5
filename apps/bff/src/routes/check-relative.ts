import type { ProposeBindingRequest } from '@gongji/contract';
import type { ProposeBinding } from '@gongji/core';
import { AppError, checkCertificate, checkName, shanghaiDate } from '@gongji/domain';
import type { AppDeps } from '../deps';

/** Paper first, then the register: the identity check is asked only about numbers that can exist. Throws CERTIFICATE_INVALID, NAME_INVALID, IDENTITY_NOT_CONFIRMED. */
export async function checkRelative(
  { core, checkIdentity }: AppDeps,
  claimed: ProposeBindingRequest['relative'],
): Promise<ProposeBinding['relative']> {
  const { certificateKind, regionCode } = claimed;
  const certificate = checkCertificate({ kind: certificateKind, number: claimed.certificateNumber }, shanghaiDate(core.now()));
  if (!certificate.ok) throw AppError.of(certificate);
  const name = checkName(claimed.name, certificateKind);
  if (!name.ok) throw AppError.of(name);
  const identity = { name: name.value, certificateKind, certificateNumber: certificate.value.number };
  return { ...identity, insurance: await checkIdentity({ ...identity, regionCode }) };
}
