import { decideResume } from '@gongji/domain';
import type { GrantRequest } from '../requests';
import { stepCommand } from './step-command';

export const resumeGrant = stepCommand<GrantRequest>({
  kind: 'resume-grant',
  bodyOf: ({ kind }) => ({ kind }),
  action: 'grant-resumed',
  decide: (facts, { kind }) => decideResume({ ...facts, kind }),
});
