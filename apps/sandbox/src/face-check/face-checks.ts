import { type faceCheckAnswer, type faceCheckRequest, instantText } from '@gongji/contract';
import { z } from 'zod';
import type { RegisteredPerson } from '../register/register';

// Who looks into the camera cannot be known here: somebody says so. Pure; the routes bring the clock and the random id.

const KEPT_MS = 600_000;

const faceCheck = z.strictObject({
  certificateNumber: z.string(),
  /** Whether name and certificate belonged to one living person at the start: nobody else's face can pass. */
  possible: z.boolean(),
  startedAt: instantText,
  state: z.enum(['pending', 'passed', 'failed']),
});
export type FaceCheck = z.infer<typeof faceCheck>;
export const faceChecks = z.record(z.string(), faceCheck);
export type FaceChecks = z.infer<typeof faceChecks>;

type State = z.infer<typeof faceCheckAnswer>['state'];

const written = (rawNumber: string): string => rawNumber.trim().toUpperCase();
const isOver = ({ startedAt }: FaceCheck, now: Date): boolean => now.getTime() - Date.parse(startedAt) >= KEPT_MS;

/** A wrong name begins like a right one and fails in the end: the start tells a stranger nothing. */
export function beginFaceCheck(asked: z.infer<typeof faceCheckRequest>, person: RegisteredPerson | undefined, now: Date): FaceCheck {
  const possible = person?.name === asked.name.trim() && person.certificateKind === asked.certificateKind && person.diedOn === null;
  return { certificateNumber: written(asked.certificateNumber), possible, startedAt: now.toISOString(), state: 'pending' };
}

/** undefined: never begun, or longer ago than ten minutes. */
export function findFaceCheck(checks: FaceChecks, faceCheckId: string, now: Date): FaceCheck | undefined {
  const found = Object.hasOwn(checks, faceCheckId) ? checks[faceCheckId] : undefined;
  return found === undefined || isOver(found, now) ? undefined : found;
}

/** A check is of one person: asked for somebody else it is unknown. */
export const stateFor = (found: FaceCheck | undefined, rawNumber: string): State =>
  found?.certificateNumber === written(rawNumber) ? found.state : 'unknown';

/** What was told first stands. */
export function outcomeOf({ state, possible }: FaceCheck, passed: boolean): FaceCheck['state'] {
  if (state !== 'pending') return state;
  return passed && possible ? 'passed' : 'failed';
}

export function dropOldFaceChecks(checks: FaceChecks, now: Date): void {
  for (const [faceCheckId, check] of Object.entries(checks)) if (isOver(check, now)) delete checks[faceCheckId];
}
