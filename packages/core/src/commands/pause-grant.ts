import { decidePause } from '@gongji/domain';
import type { GrantRequest } from '../requests';
import { stepCommand } from './step-command';

/** Rests one switch until who paused it resumes it. A payment that is held already goes on. */
export const pauseGrant = stepCommand<GrantRequest>({
  kind: 'pause-grant',
  bodyOf: ({ kind }) => ({ kind }),
  action: 'grant-paused',
  decide: (facts, { kind }) => decidePause({ ...facts, kind }),
});
