import { z } from 'zod';
import { counterState } from './counter/visit';
import { faultList } from './fault';
import { taxState } from './tax-office/application';

/** Everything the sandbox remembers. People, institutions and levies are not in it: they are the same at every start. */
export const sandboxState = z.strictObject({
  version: z.literal(1),
  offsetMs: z.int(),
  faults: faultList,
  tax: taxState,
  counter: counterState,
});
export type SandboxState = z.infer<typeof sandboxState>;

export const freshState = (): SandboxState => ({
  version: 1,
  offsetMs: 0,
  faults: [],
  tax: { applications: {}, holders: {}, batches: {}, lastSerial: 0 },
  counter: { visits: {}, lastSerial: 0 },
});
