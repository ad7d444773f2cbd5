import { decideDecline } from '@gongji/domain';
import { answerBinding } from './answer-binding';

/** The named relative does not agree. Grants that need no agreement stay; when nothing is left the binding ends. */
export const declineBinding = answerBinding({ kind: 'decline-binding', action: 'binding-declined', decide: decideDecline });
