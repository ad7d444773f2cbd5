import { decideWithdraw } from '@gongji/domain';
import { stepCommand } from './step-command';

/** The owner takes back what nobody has answered yet; the link opens nothing any more. */
export const withdrawInvitation = stepCommand({
  kind: 'withdraw-invitation',
  action: 'binding-withdrawn',
  decide: (facts) => decideWithdraw(facts),
});
