import {
  BINDING_STATES,
  CERTIFICATE_KINDS,
  FUND_USES,
  GRANT_KINDS,
  GRANT_REASONS,
  GRANT_STATES,
  RELATIONS,
  REFUSED_RELATIONS,
} from '@gongji/domain';
import { z } from 'zod';
import { fenAmount, id, instantText, personCard, plainDateText, positiveFen, regionCode, ruleReference } from './wire';

const terms = {
  uses: z.array(z.enum(FUND_USES)).max(FUND_USES.length),
  capPerPaymentFen: positiveFen.nullable(),
  capPerMonthFen: positiveFen.nullable(),
  startsOn: plainDateText,
  endsOn: plainDateText.nullable(),
  /** 顺位, where the region asks for it: 1 pays first. */
  place: z.int().min(1).max(9).nullable(),
};

const wish = {
  showCode: z.strictObject({ endsOn: plainDateText.nullable() }).nullable(),
  shareFunds: z.strictObject(terms).nullable(),
  /** One limit for all relatives together, where the region asks for it; null leaves it as it stands. */
  sharedLimitFen: positiveFen.nullable(),
};
const consent = {
  consentVersion: z.string().min(1).max(40),
  guardianStatement: z.boolean(),
  /** The strokes of the signature pad, as the path of an SVG. Kept with the consent. */
  signature: z
    .string()
    .min(1)
    .max(20_000)
    .regex(/^[MLml0-9 .,-]+$/),
};

/** What can be asked about before anything is signed. */
export const checkBindingRequest = z.strictObject({
  relative: z.strictObject({
    name: z.string().min(1).max(60),
    certificateKind: z.enum(CERTIFICATE_KINDS),
    certificateNumber: z.string().min(1).max(30),
    regionCode,
  }),
  relation: z.enum([...RELATIONS, ...REFUSED_RELATIONS]),
  ...wish,
});
export type CheckBindingRequest = z.infer<typeof checkBindingRequest>;
export const proposeBindingRequest = z.strictObject({ ...checkBindingRequest.shape, ...consent });
export type ProposeBindingRequest = z.infer<typeof proposeBindingRequest>;

/** The same about a switch of a binding that stands. */
export const checkGrantRequest = z.strictObject(wish);
export type CheckGrantRequest = z.infer<typeof checkGrantRequest>;
/** Opens a switch on a binding that stands: one that was never open, or was declined or closed. */
export const openGrantRequest = z.strictObject({ ...wish, ...consent });
export type OpenGrantRequest = z.infer<typeof openGrantRequest>;

export const grantKind = z.enum(GRANT_KINDS);
export const grantRequest = z.strictObject({ kind: grantKind });
/** New terms of a switch that is open. null leaves that switch as it is. */
export const changeTermsRequest = z.strictObject({ showCode: wish.showCode, shareFunds: wish.shareFunds });
export type ChangeTermsRequest = z.infer<typeof changeTermsRequest>;
/**
 * faceCheckId: of a face check that the person passed, where the view says that one is needed. agreesTo: the switches that waited in the view they read;
 * refused where another waits by now.
 */
export const acceptRequest = z.strictObject({
  faceCheckId: z.string().min(16).max(64).nullable(),
  agreesTo: z.array(grantKind).max(GRANT_KINDS.length).optional(),
});
/** The token stands in an invitation's link. In the body, so that no log of addresses holds it. A link that was cut off, or went on too long, is told of as no invitation. */
export const openInvitationRequest = z.strictObject({ token: z.string().min(1).max(200) });
/** simulated: the demonstration's panel stands in for the phone's camera. */
export const faceCheck = z.strictObject({ faceCheckId: z.string(), simulated: z.boolean() });
export type FaceCheck = z.infer<typeof faceCheck>;

export const grantView = z.strictObject({
  kind: grantKind,
  state: z.enum(GRANT_STATES),
  stateText: z.string(),
  /** Why it is in this state. */
  reason: z.enum(GRANT_REASONS),
  reasonText: z.string(),
  ...terms,
  /** What the reader may do with it now. */
  may: z.array(z.enum(['pause', 'resume', 'close', 'change'])),
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
  /** And have to pass a face check for it. */
  needsFaceCheck: z.boolean(),
  /** For the owner while something is proposed: what the link and the QR code carry. It works for the named person only. */
  invitationToken: z.string().nullable(),
  /** Switches that the owner may open now: not there, or ended. */
  mayOpen: z.array(grantKind),
  history: z.array(z.strictObject({ at: instantText, by: z.string(), kind: grantKind.nullable(), text: z.string() })),
  /** The rules behind the limits of this binding. */
  rules: z.array(ruleReference),
});
export type BindingView = z.infer<typeof bindingView>;
export const bindingList = z.strictObject({ bindings: z.array(bindingView) });
export type BindingList = z.infer<typeof bindingList>;

export const unbindPreview = z.strictObject({
  bindingId: id,
  allowed: z.boolean(),
  /** Why not, from the catalogue. */
  refusedCode: z.string().nullable(),
  refusedText: z.string().nullable(),
  nextStep: z.string().nullable(),
  /** The rule behind the refusal. */
  rule: ruleReference.nullable(),
  /** The reader’s own payments that it waits for. */
  openPayments: z.array(z.strictObject({ paymentId: id, voidable: z.boolean() })),
  endsOn: plainDateText,
  /** Plain sentences: what stops, what stays visible. */
  effects: z.array(z.string()),
});
export type UnbindPreview = z.infer<typeof unbindPreview>;

/** Which of the two is asked about; absent: all that is open, which is an unbinding. */
export const unbindPreviewQuery = z.strictObject({ kind: grantKind.optional() });

export const checkResult = z.strictObject({
  title: z.string(),
  /** unknown: nobody published the rule; the text says what is done instead. */
  result: z.enum(['ok', 'no', 'unknown']),
  code: z.string().nullable(),
  text: z.string(),
  nextStep: z.string().nullable(),
  rule: ruleReference.nullable(),
});
export type CheckResult = z.infer<typeof checkResult>;
export const explanation = z.strictObject({
  /** Before binding: bind, show-code, share-funds. After it: show-code, and each of the fund uses. */
  about: z.enum(['bind', 'show-code', 'share-funds', ...FUND_USES]),
  question: z.string(),
  usable: z.boolean(),
  checks: z.array(checkResult),
});
export type Explanation = z.infer<typeof explanation>;
export const explanationList = z.strictObject({ explanations: z.array(explanation) });
export type ExplanationList = z.infer<typeof explanationList>;

/** My sponsors in the order in which a cost of mine is taken from them, after my own account. */
export const deductionOrder = z.strictObject({
  sponsors: z.array(z.strictObject({ bindingId: id, sponsor: personCard, place: z.int().nullable(), usable: z.boolean() })),
  /** Whether I may set it. */
  mine: z.boolean(),
  rule: ruleReference.nullable(),
});
export type DeductionOrder = z.infer<typeof deductionOrder>;
export const setDeductionOrderRequest = z.strictObject({ bindingIds: z.array(id).min(1).max(50) });

/** The owner's limit for all relatives together: a spending limit, an amount set aside (quota) or a common account (pool), as the region has it. */
export const sharedLimit = z.strictObject({
  kind: z.enum(['limit', 'quota', 'pool']),
  limitFen: positiveFen.nullable(),
  spentFen: fenAmount,
  leftFen: fenAmount.nullable(),
  /** The most that can be set now; null: any amount. */
  mostFen: fenAmount.nullable(),
  required: z.boolean(),
  text: z.string(),
  rules: z.array(ruleReference),
});
export type SharedLimit = z.infer<typeof sharedLimit>;
/** null: no limit any more, where the region asks for none. */
export const setSharedLimitRequest = z.strictObject({ limitFen: positiveFen.nullable() });

export const consentText = z.strictObject({ version: z.string(), title: z.string(), paragraphs: z.array(z.string()) });
export type ConsentText = z.infer<typeof consentText>;
