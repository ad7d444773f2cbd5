/** National certificate kinds: 01 居民身份证, 17 港澳台居民居住证, 990201 医学出生证明 (a baby has no other paper). */
export const CERTIFICATE_KINDS = ['resident-id', 'hmt-residence-permit', 'birth-certificate'] as const;
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number];

export const CERTIFICATE_KIND_TEXT: Readonly<Record<CertificateKind, string>> = {
  'resident-id': '居民身份证',
  'hmt-residence-permit': '港澳台居民居住证',
  'birth-certificate': '出生医学证明',
};

export interface Certificate {
  readonly kind: CertificateKind;
  readonly number: string;
}
