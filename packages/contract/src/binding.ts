import { BINDING_STATES, CERTIFICATE_KINDS, FUND_USES, GRANT_STATES, RELATIONS, REFUSED_RELATIONS } from '@gongji/domain';
import { z } from 'zod';
import { id, instantText, personCard, plainDateText, positiveFen, regionCode, ruleReference } from './wire';

const terms = {
  uses: z.array(z.enum(FUND_USES)).max(FUND_USES.length),
  capPerPaymentFen: positiveFen.nullable(),
  capPerMonthFen: positiveFen.nullable(),
  startsOn: plainDateText,
  endsOn: plainDateText.nullable(),
};

export const proposeBindingRequest = z.strictObject({
  relative: z.strictObject({
    name: z.string().min(1).max(60),
    certificateKind: z.enum(CERTIFICATE_KINDS),
    certificateNumber: z.string().min(1).max(30),
    regionCode,
  }),
  relation: z.enum([...RELATIONS, ...REFUSED_RELATIONS]),
  showCode: z.strictObject({ endsOn: plainDateText.nullable() }).nullable(),
  shareFunds: z.strictObject(terms).nullable(),
  /** One limit for all relatives together, where the region asks for it. */
  sharedLimitFen: positiveFen.nullable(),
  consentVersion: z.string().min(1).max(40),
  guardianStatement: z.boolean(),
  /** The strokes of the signature pad, as the path of an SVG. Kept with the consent. */
  signature: z
    .string()
    .min(1)
    .max(20_000)
    .regex(/^[MLml0-9 .,-]+$/),
});
export type ProposeBindingRequest = z.infer<typeof proposeBindingRequest>;

export const grantView = z.strictObject({
  kind: z.enum(['show-code', 'share-funds']),
  state: z.enum(GRANT_STATES),
  ...terms,
  capPerPaymentFen: positiveFen.nullable(),
});
export type GrantView = z.infer<typeof grantView>;

export const bindingView = z.strictObject({
  bindingId: id,
  /** owner: I started it, I may show their code and pay for them. relative: the other way round. */
  myRole: z.enum(['owner', 'relative']),
  /** The other side. */
  other: personCard,
  relation: z.enum(RELATIONS),
  relationText: z.string(),
  state: z.enum(BINDING_STATES),
  stateText: z.string(),
  grants: z.array(grantView),
  sharedLimitFen: positiveFen.nullable(),
  createdAt: instantText,
  /** Until when the other side can accept, while proposed. */
  acceptBy: instantText.nullable(),
  /** I am the one who has to accept. */
  awaitsMe: z.boolean(),
  history: z.array(z.strictObject({ at: instantText, by: z.string(), text: z.string() })),
  /** The rules behind the limits of this binding. */
  rules: z.array(ruleReference),
});
export type BindingView = z.infer<typeof bindingView>;
export const bindingList = z.strictObject({ bindings: z.array(bindingView) });
export type BindingList = z.infer<typeof bindingList>;

/** Empty body: the session says who acts. */
export const noBody = z.strictObject({});

export const unbindPreview = z.strictObject({
  bindingId: id,
  allowed: z.boolean(),
  /** Why not, from the catalogue. */
  refusedCode: z.string().nullable(),
  refusedText: z.string().nullable(),
  nextStep: z.string().nullable(),
  /** Payments that can be voided first. */
  openPaymentIds: z.array(id),
  endsOn: plainDateText,
  /** Plain sentences: what stops, what stays visible. */
  effects: z.array(z.string()),
});
export type UnbindPreview = z.infer<typeof unbindPreview>;

export const consentText = z.strictObject({ version: z.string(), title: z.string(), paragraphs: z.array(z.string()) });
export type ConsentText = z.infer<typeof consentText>;
