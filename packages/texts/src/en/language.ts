import type { English } from '../catalogue';
import type * as ZH from '../zh/language';

export const LANGUAGE: English<typeof ZH.LANGUAGE> = {
  changing: 'Changing…',
  unreachable: 'The English texts did not come. Please check the network and try again.',
};
