import type { English } from '../catalogue';
import type * as ZH from '../zh/words';

export const WORDS: English<typeof ZH.WORDS> = {
  demo: 'Demonstration · not official',
  demoAll: 'Demonstration · not official · people and amounts are made up',
  scheme: { employee: 'Employee insurance', resident: 'Resident insurance' },
  back: 'Back',
  reconnect: 'Connect again',
  submitting: 'Sending…',
  bindRelative: 'Bind a relative',
  relation: '{relation}',
  apart: '{name} ({mark})',
  listComma: ', ',
  tab: { 'insurance-code': 'My code', relatives: 'Family', premium: 'Premiums', mine: 'Me' },
  tabs: 'Main pages',
};

export const MOMENT: English<typeof ZH.MOMENT> = {
  today: 'today {time}',
  yesterday: 'yesterday {time}',
  justNow: 'just now',
  minutesAgo: '{minutes#minute|minutes} ago',
  hoursAgo: '{hours#hour|hours} ago',
  daysAgo: '{days#day|days} ago',
  firstYear: 'under 1 year old',
  yearsOld: '{years#year|years} old',
};
