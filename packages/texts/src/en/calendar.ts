import type { English } from '../catalogue';
import type * as ZH from '../zh/calendar';

export const CALENDAR: English<typeof ZH.CALENDAR> = {
  title: 'Family calendar',
  none: {
    title: 'No dates to remember soon',
    text: 'Your relatives’ payment periods, end dates and the last days for voiding are listed here as they come near.',
  },
  unknown: {
    title: 'No published rule was found',
    text: 'No payment period was found for {year}. What the tax office lists as due is what counts.',
  },
  act: {
    'window-opens': 'Pay the premium',
    'window-closes': 'Pay the premium',
    'grant-ends': 'See this relative and change the date',
    'of-age': 'See this relative',
    'voidable-until': 'See this premium',
    'asked-again': 'See this premium',
    'accept-by': 'See the invitation',
    spoken: '{act}: {what}',
  },
  left: { today: 'Today', tomorrow: 'Tomorrow', days: '{days#day|days} left', years: 'More than {years#year|years} left' },
  reminders: {
    label: 'Send a message before each date',
    unknown: 'The network did not answer; it may have been changed.',
    look: 'See how it stands now',
  },
  phone: {
    add: 'Add to the phone’s calendar',
    file: 'Download a calendar file (.ics) for your phone or computer',
    added: 'Added to the phone’s calendar',
    downloaded: 'The calendar file is downloaded',
    kept: 'Names are masked. If a date changes, the phone’s calendar does not follow; what is shown here is what counts.',
    notAllowed: 'Not added: WeChat may not use the calendar',
    notAllowedText:
      'You are sent reminders in time all the same. To add the date, allow WeChat to use the calendar in the phone’s settings.',
    failed: 'Not added',
    failedText: 'Please try again. Reminders are sent all the same.',
  },
};
