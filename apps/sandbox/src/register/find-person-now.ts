import { personByCertificate } from '../people/people';
import type { StateFile } from '../state-file';
import { personNow, type RegisteredPerson } from './register';

/** Whoever asks about a person gets the changes applied. */
export function findPersonNow({ current }: StateFile, rawNumber: string): RegisteredPerson | undefined {
  const person = personByCertificate(rawNumber);
  return person && personNow(current.register, person);
}
