import type { EnglishRows } from '../catalogue';
import type { DOMAIN } from '../domain-words';

// What the domain says to whoever has no phone, complains, or is reminded.

type Fact = EnglishRows<{ readonly fact: unknown }, 'text'>['fact'];
type NotedFact = Fact & { readonly note: string };

export const HOTLINE_FACT: NotedFact = {
  text: 'Medical insurance hotline 12393: ask about rules and how things are done, or complain. The local insurance authority answers; when somebody is there differs from place to place.',
  note: 'The source is a health website’s account; it was not checked against the original of the National Healthcare Security Administration.',
};

export const COUNTER_FACT: NotedFact = {
  text: 'Whoever does not use a smartphone can arrange family sharing at the medical insurance counter where they are insured.',
  note: 'The address is that of a reprint, with unrelated things on the page.',
};

export const CODE_AT_COUNTER_FACT: Fact = {
  text: 'An insurance code can be activated at a counter, and family accounts can be bound there; for the very old, people with facial injuries, and holders of papers from Hong Kong, Macao, Taiwan or abroad.',
};

export const INSTEAD_FACT: NotedFact = {
  text: 'If you cannot come yourself: ask a relative to bring both original identity documents and the form with your signature, and to call first whether the counter accepts it. A guardian acts for a child.',
  note: 'No published rule was found on who may come in your place; this is the most careful way.',
};

export const COMPLAINT_RULE: { readonly note: (typeof DOMAIN.COMPLAINT_RULE)['note'] extends string ? string : never } = {
  note: 'Provisional: no published rule was found on how soon this service answers. On the rules where you are insured, the local insurance authority has the last word.',
};

export const REMINDER_NOTE: string = 'Provisional: nothing is published on when to remind; here it is 30 days, 7 days and 1 day before.';
