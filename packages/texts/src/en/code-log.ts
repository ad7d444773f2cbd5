import type { English } from '../catalogue';
import type * as ZH from '../zh/code-log';

export const CODE_LOG: English<typeof ZH.CODE_LOG> = {
  title: 'Who showed which code',
  oneself: 'You',
  none: 'Nothing shown yet',
  noneText: 'When you or a relative has shown a code, the time, who showed it and where it was scanned are noted here.',
  older: 'Earlier records',
  notScanned: 'Not scanned',
  who: {
    mineByMe: 'I showed my own code',
    byMe: 'I showed the code of {person}',
    mine: '{shownBy} showed my code',
    others: '{shownBy} showed the code of {person}',
  },
  shown: {
    once: 'Shown at {time}',
    atOnce: 'Shown at {time}, {times#code|codes} one after another',
    on: 'Shown from {first} to {last}, {times#code|codes} one after another',
  },
  scanned: { at: '{time} scanned by {institution}', somewhere: '{time} scanned by a hospital or pharmacy' },
};
