import { decideUnbind } from '@gongji/domain';
import type { GrantRequest } from '../requests';
import { stepCommand } from './step-command';

/** Ends one switch; the binding ends with its last. */
export const closeGrant = stepCommand<GrantRequest>({
  kind: 'close-grant',
  bodyOf: ({ kind }) => ({ kind }),
  action: 'grant-closed',
  decide: (facts, { kind }) => decideUnbind({ ...facts, kind }),
});
