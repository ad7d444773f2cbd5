import type { English } from '../catalogue';
import type * as ZH from '../zh/missing-page';

export const MISSING_PAGE: English<typeof ZH.MISSING_PAGE> = {
  title: 'This page is not on the phone yet',
  text: 'This page has not been downloaded to the phone yet. It opens by itself once there is a network. If it is urgent, take your identity card or social security card to a medical insurance counter.',
  service:
    'This page cannot be fetched at the moment, perhaps because it is being updated. Open it again later. If it is urgent, take your identity card or social security card to a medical insurance counter.',
  again: 'Open it again',
  opening: 'Opening…',
};
