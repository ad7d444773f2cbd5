import { errorNextStep, errorText, type Refused } from '@gongji/domain';
import type { RefusalView } from './premium-view';

/** A refusal inside an answer, in the catalogue's words. */
export const refusalView = ({ code, facts }: Refused): RefusalView => ({
  code,
  text: errorText(code, facts),
  nextStep: errorNextStep(code, facts),
});
