import { decideAccept } from '@gongji/domain';
import type { AcceptBinding } from '../requests';
import { stepCommand } from './step-command';

/** The named relative agrees to what is proposed. The face check is not part of what they ask for: the same request may come again after the check is forgotten. */
export const acceptBinding = stepCommand<AcceptBinding>({
  kind: 'accept-binding',
  bodyOf: ({ agreesTo }) => (agreesTo === undefined ? {} : { agreesTo }),
  action: 'binding-accepted',
  decide: (facts, { faceChecked, agreesTo }) => decideAccept({ ...facts, faceChecked, agreesTo }),
});
