import type { English } from '../catalogue';
import type * as ZH from '../zh/policy';

export const POLICY: English<typeof ZH.POLICY> = {
  title: 'Rules of a region',
  none: 'No rules were found',
  noneText: 'No published rules of {region} were found for {day}. Please ask the medical insurance counter where the person is insured.',
  inForce: '{region}, in force on {day}',
  inherited: 'No published rules of {region} itself were found; below are those of the region above it.',
  version: 'Version {version} of the rules',
  count: '{count#rule|rules} in all. The authority where the person is insured has the last word.',
  countAssumed:
    '{count#rule|rules} in all, {assumed} of them provisional, since nothing published was found. The authority where the person is insured has the last word.',
  group: {
    binding: 'Binding a relative',
    ending: 'Unbinding and ending',
    code: 'My code',
    money: 'How personal accounts are shared',
    premium: 'Paying a relative’s resident insurance premium',
    other: 'Other',
  },
  region: {
    name: 'Region',
    change: 'Change region',
    changeNow: 'Change region, now {region}',
    foldNow: 'Close, now {region}',
    choose: 'Which region?',
  },
  day: {
    which: 'Rules of which day',
    today: 'Today',
    other: 'Another day',
    date: 'Date',
    hint: 'Year-month-day, such as 2027-01-01',
    wrong: 'Please enter a real date, such as 2027-01-01',
    look: 'Show the rules of this day',
  },
};
