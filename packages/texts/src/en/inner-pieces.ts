import type { English } from '../catalogue';
import type * as ZH from '../zh/inner-pieces';

export const INNER_PIECES: English<typeof ZH.INNER_PIECES> = {
  toRelatives: 'Back to the family page',
  loading: 'Loading…',
  required: 'required',
  labelRequired: '{label}, required',
  labelWithError: '{label}: {error}',
  letters: '{typed} / {most} characters',
  step: 'Step {step} of {steps} · {name}',
  unknownRules: 'No published rule was found',
  confirm: {
    busy: '{act}: under way…',
    unknown: 'No answer came, but this may already have been done ({act}). Submitting again does not do it twice.',
    again: 'Send again and see the result',
  },
  fold: { show: 'Show {of}', hide: 'Hide {of}' },
  file: { failed: 'It was not saved', copied: 'Copied' },
  aloud: { start: 'Read it to me', stop: 'Stop reading' },
  signature: { pad: 'Signature area: please write your name with your finger', clear: 'Clear and write again' },
  timeline: { done: 'Done', open: 'Date not known yet', expected: 'Expected {day}', late: 'Was expected {day}, not done yet' },
  places: {
    country: 'China',
    provinces: 'Provinces',
    none: 'No rules of any region',
    noneText: 'No region’s rules are kept here yet. Please ask the medical insurance counter where the person is insured.',
    search: 'Find a city',
    hint: 'Type part of the Chinese name of a city or province',
    otherProvince: 'Another province',
    otherProvinceNow: 'Another province, now {province}',
    citiesOf: 'Cities of {province}',
    found: 'Regions found',
    notFound: 'Nothing was found. Please write it another way, or clear it and choose by province.',
  },
};
