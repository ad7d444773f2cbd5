import { faceCheckAnswer, faceCheckStarted } from '@gongji/contract';
import type { CertificateKind } from '@gongji/domain';
import { callOutside, saysNothing } from './call-outside';

const TIMEOUT_MS = 5_000;

export interface FaceCheckPerson {
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
}

/** Both throw OUTSIDE_UNAVAILABLE where nobody answers: whether a check was passed is never guessed. */
export interface FaceCheck {
  /** Begins a check of this person and gives its id, with which their phone then runs it. */
  readonly start: (person: FaceCheckPerson) => Promise<string>;
  /** unknown: never begun, over, or a check of somebody else. */
  readonly query: (check: FaceCheckQuery) => Promise<FaceCheckState>;
}
export interface FaceCheckQuery {
  readonly faceCheckId: string;
  readonly certificateNumber: string;
}
export type FaceCheckState = 'pending' | 'passed' | 'failed' | 'unknown';

const silent = saysNothing('人脸核验');

export function faceCheckAt(base: string): FaceCheck {
  const post = { method: 'POST', timeoutMs: TIMEOUT_MS } as const;
  return {
    start: async ({ name, certificateKind, certificateNumber }) => {
      const body = { name, certificateKind, certificateNumber };
      const url = new URL('/identity/face-checks', base);
      return (await callOutside({ ...post, url, body, schema: faceCheckStarted }).catch(silent)).faceCheckId;
    },
    query: async ({ faceCheckId, certificateNumber }) => {
      const body = { faceCheckId, certificateNumber };
      const url = new URL('/identity/face-checks/query', base);
      return (await callOutside({ ...post, url, body, schema: faceCheckAnswer }).catch(silent)).state;
    },
  };
}
