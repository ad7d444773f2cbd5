import { decideAccept } from '@gongji/domain';
import { answerBinding } from './answer-binding';

/** The named relative agrees to what is proposed. */
export const acceptBinding = answerBinding({ kind: 'accept-binding', action: 'binding-accepted', decide: decideAccept });
