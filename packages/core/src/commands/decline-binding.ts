import { decideDecline } from '@gongji/domain';
import { stepCommand } from './step-command';

/** The named relative does not agree. Grants that need no agreement stay; when nothing is left the binding ends. */
export const declineBinding = stepCommand({ kind: 'decline-binding', action: 'binding-declined', decide: (facts) => decideDecline(facts) });
