import { decideAccept } from '@gongji/domain';
import type { AcceptBinding } from '../requests';
import { stepCommand } from './step-command';

/** The named relative agrees to what is proposed. The face check is not part of what they ask for: the same request may come again after the check is forgotten. */
export const acceptBinding = stepCommand<AcceptBinding>({
  kind: 'accept-binding',
  action: 'binding-accepted',
  decide: (facts, { faceChecked }) => decideAccept({ ...facts, faceChecked }),
});
