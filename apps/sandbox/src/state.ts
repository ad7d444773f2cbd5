import { z } from 'zod';
import { counterState } from './counter/visit';
import { faceChecks } from './face-check/face-checks';
import { faultList } from './fault';
import { creditFiles } from './register/credits';
import { sentMessage } from './outside/sent-message';
import { registerEntry } from './register/register';
import { taxState } from './tax-office/application';

/**
 * Everything the sandbox remembers. People, institutions and levies are not in it: they are the same at every start. What came with a
 * later release has a default, so that the file of an earlier one is read.
 */
export const sandboxState = z.strictObject({
  version: z.literal(1),
  offsetMs: z.int(),
  faults: faultList,
  tax: taxState,
  counter: counterState,
  register: z.array(registerEntry).default([]),
  creditFiles: creditFiles.default({}),
  faceChecks: faceChecks.default({}),
  sentMessages: z.array(sentMessage).default([]),
});
export type SandboxState = z.infer<typeof sandboxState>;

export const freshState = (): SandboxState => ({
  version: 1,
  offsetMs: 0,
  faults: [],
  tax: { applications: {}, holders: {}, batches: {}, refunds: {}, lastSerial: 0 },
  counter: { visits: {}, lastSerial: 0 },
  register: [],
  creditFiles: {},
  faceChecks: {},
  sentMessages: [],
});
