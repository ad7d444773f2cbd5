import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { CoreDeps } from '../deps';

// An institution's own number for a person (psn_no): one block of AES under a key of that institution, so that two institutions cannot compare their
// numbers and nobody can make one. It opens nothing by itself: whoever reads by it also holds a token of that person.

type Keys = Pick<CoreDeps, 'keys'>;

const keyFor = ({ keys }: Keys, institutionId: string): Buffer =>
  createHmac('sha256', keys.certificateIndexKey).update(`patient-number\n${institutionId}`).digest();

/** 22 characters. */
export function patientNumber(deps: Keys, institutionId: string, personId: string): string {
  const cipher = createCipheriv('aes-256-ecb', keyFor(deps, institutionId), null).setAutoPadding(false);
  return Buffer.concat([cipher.update(personId.replaceAll('-', ''), 'hex'), cipher.final()]).toString('base64url');
}

/** Whose number this would be at this institution: an id of nobody where it is none. */
export function personIdOf(deps: Keys, institutionId: string, number: string): string {
  const decipher = createDecipheriv('aes-256-ecb', keyFor(deps, institutionId), null).setAutoPadding(false);
  const hex = Buffer.concat([decipher.update(Buffer.from(number, 'base64url')), decipher.final()]).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
