import {
  CERTIFICATE_KINDS,
  INSTITUTION_KINDS,
  INSURANCE_STATES,
  PERSON_GROUPS,
  REFUND_REASONS,
  REFUND_REFUSALS,
  SCHEMES,
  TAX_LINE_STATES,
} from '@gongji/domain';
import { z } from 'zod';
import { fenAmount, id, instantText, monthText, plainDateText, positiveFen, premiumYear, regionCode } from './wire';

// What the outside world answers, as our adapters read it. No public interface exists for the tax office, the identity check or the insurance register, so
// these shapes are this project's own port; jscode2session is WeChat's.

/** GET /sns/jscode2session?appid&secret&js_code&grant_type */
export const weChatSession = z.union([
  z.object({ openid: z.string().min(1), session_key: z.string().min(1) }),
  z.object({ errcode: z.int(), errmsg: z.string() }),
]);

/** GET /cgi-bin/token?grant_type=client_credential&appid&secret */
export const weChatToken = z.union([
  z.object({ access_token: z.string().min(1), expires_in: z.int().min(1) }),
  z.object({ errcode: z.int(), errmsg: z.string() }),
]);
/** POST /cgi-bin/message/subscribe/send?access_token */
export const weChatSubscribeMessage = z.object({
  touser: z.string().min(1),
  template_id: z.string().min(1),
  page: z.string(),
  data: z.record(z.string(), z.object({ value: z.string().max(32) })),
});
export const weChatSent = z.object({ errcode: z.int(), errmsg: z.string() });

const insurance = {
  regionCode,
  scheme: z.enum(SCHEMES),
  insuranceState: z.enum(INSURANCE_STATES),
  groups: z.array(z.enum(PERSON_GROUPS)),
  birthDate: plainDateText,
};

/** POST /identity/verify: is there such a person, insured there? */
export const identityRequest = z.strictObject({ name: z.string(), certificateKind: z.string(), certificateNumber: z.string(), regionCode });
export const identityAnswer = z.union([z.object({ confirmed: z.literal(true), ...insurance }), z.object({ confirmed: z.literal(false) })]);

/** POST /register/changes: what has changed in the insurance register since the change numbered `after`, oldest first. Asking again answers the same. */
export const registerChangesRequest = z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(500) });
export const registerChange = z.object({
  number: z.int().min(1),
  certificateKind: z.enum(CERTIFICATE_KINDS),
  certificateNumber: z.string(),
  /** How the person stands after the change. */
  ...insurance,
  diedOn: plainDateText.nullable(),
});
export const registerChangesAnswer = z.object({ changes: z.array(registerChange) });

/**
 * POST /register/credits: what is credited to personal accounts for a month, line by line after the line numbered `after`; a page that is not full is the last.
 * A person has one line a month. Once a month's file is there it does not change: asking again answers the same. Numbers of certificates travel in bodies.
 */
export const registerCreditsRequest = z.strictObject({ month: monthText, after: z.int().min(0), limit: z.int().min(1).max(500) });
export const registerCredit = z.object({
  number: z.int().min(1),
  certificateKind: z.enum(CERTIFICATE_KINDS),
  certificateNumber: z.string(),
  /** The pooling area whose fund credits. */
  regionCode,
  amountFen: positiveFen,
});
export const registerCreditsAnswer = z.union([
  z.object({ ready: z.literal(false) }),
  z.object({ ready: z.literal(true), credits: z.array(registerCredit) }),
]);

/** POST /identity/face-checks: begins one for a person; their phone then runs it. POST /identity/face-checks/query: how it went. */
export const faceCheckRequest = z.strictObject({ name: z.string(), certificateKind: z.string(), certificateNumber: z.string() });
export const faceCheckStarted = z.object({ faceCheckId: z.string().min(16).max(64) });
export const faceCheckQuery = z.strictObject({ faceCheckId: z.string(), certificateNumber: z.string() });
export const faceCheckAnswer = z.object({ state: z.enum(['pending', 'passed', 'failed', 'unknown']) });
/** POST /sandbox/face-checks of the sandbox: the demonstration's stand-in for the camera. */
export const faceCheckOutcome = z.strictObject({ faceCheckId: z.string().min(16).max(64), passed: z.boolean() });

/** In the tax office's words, for a screen and a receipt: one line, and nothing that a database does not keep. */
const taxWords = z.string().regex(/^\P{Cc}{1,100}$/u);

/** POST /tax/levies/query. Certificate numbers travel in bodies, never in addresses. */
export const levyRequest = z.strictObject({ certificateNumber: z.string(), regionCode, year: premiumYear });
export const levyAnswer = z.union([
  z.object({ found: z.literal(false) }),
  z.object({
    found: z.literal(true),
    categoryText: taxWords,
    amountFen: fenAmount,
    state: z.enum(['due', 'applied', 'paid']),
    /** Masked, when somebody applied or paid. */
    payer: taxWords.nullable(),
    /** Years of cover in which the person was insured without a gap up to now, and lapsed years in a row before this one. */
    continuous: z.boolean(),
    lapsedYears: z.int().min(0).max(100),
  }),
]);

/** 税务流水号, as the tax office prints it: letters, digits and signs that a receipt can carry. */
const taxNumber = z.string().regex(/^[\x20-\x7e]{1,64}$/);
/** An id that may be none of ours, and a place in a file. */
const printable = z.string().regex(/^[\x20-\x7e]+$/);

/** POST /tax/applications: paymentId is ours; the same one again gets the same answer, whatever else arrives. */
export const taxApplicationRequest = z.strictObject({
  paymentId: id,
  certificateNumber: z.string(),
  regionCode,
  year: premiumYear,
  amountFen: positiveFen,
  payer: z.string(),
});
export const taxApplicationAnswer = z.union([
  z.object({ state: z.literal('accepted'), taxNumber }),
  z.object({ state: z.literal('refused'), reason: z.enum(['already-paid', 'already-applied', 'not-due', 'amount-changed']) }),
  /** null: it does not say how long. */
  z.object({ state: z.literal('locked'), retryAfterSeconds: z.int().min(1).max(86_400).nullable() }),
]);

/** POST /tax/applications/:paymentId/void */
export const taxVoidAnswer = z.union([
  z.object({ state: z.literal('voided') }),
  z.object({ state: z.literal('refused'), reason: z.enum(['cleared', 'not-found']) }),
]);

/** GET /tax/applications/:paymentId: what the tax office knows of our payment. */
export const taxQueryAnswer = z.object({
  state: z.enum(['none', 'accepted', 'voided', 'paid', 'posted', 'refunded']),
  taxNumber: taxNumber.nullable(),
});

/** POST /tax/applications/:paymentId/refund: all of it back. The same refundId again is the same refund, and answers how it stands. */
export const taxRefundRequest = z.strictObject({ refundId: id, reason: z.enum(REFUND_REASONS), amountFen: positiveFen });
export const taxRefundAnswer = z.union([
  z.object({ state: z.literal('accepted'), expectedOn: plainDateText.nullable() }),
  z.object({ state: z.literal('refunded'), taxNumber }),
  z.object({ state: z.literal('refused'), reason: z.enum(REFUND_REFUSALS) }),
]);
/** GET /tax/refunds/:refundId: what became of it. */
export const taxRefundQueryAnswer = z.union([z.object({ state: z.literal('none') }), taxRefundAnswer]);

/** POST /tax/clearing-files: one file, one batch; the same batchId again gets the same answer. */
export const clearingFileRequest = z.strictObject({
  batchId: id,
  regionCode,
  items: z.array(z.strictObject({ paymentId: id, amountFen: positiveFen })).max(10_000),
});
export const clearingItemAnswer = z.object({ paymentId: id, state: z.enum(['paid', 'refused']), taxNumber: taxNumber.nullable() });
export const clearingFileAnswer = z.object({ items: z.array(clearingItemAnswer) });

/**
 * POST /tax/daily-files: what happened in a region on a day, a page at a time: every application of which something changed that day, as it stood at the end
 * of it. `cursor` is what the page before answered; asking again answers the same. 503 until the day is over.
 */
export const dailyFileRequest = z.strictObject({ date: plainDateText, regionCode, cursor: z.string().max(200).nullable() });
export const dailyFileLine = z.object({
  paymentId: printable.max(100),
  taxNumber,
  certificateNumber: z.string(),
  year: premiumYear,
  regionCode,
  amountFen: fenAmount,
  state: z.enum(TAX_LINE_STATES),
  /** Masked. */
  payer: z.string(),
  acceptedAt: instantText,
  /** When it came into its state. */
  changedAt: instantText,
});
export const dailyFileAnswer = z.object({ lines: z.array(dailyFileLine).max(1000), nextCursor: printable.max(200).nullable() });

const openingFen = fenAmount.refine((amount) => amount >= 0);
/** A line of a file of people to enrol: how the insurance register has a person, and what their account opens with here. */
export const enrolledPerson = z.strictObject({
  name: z.string(),
  /** Of the mini program's users; null: this person does not log in yet. */
  openid: printable.max(64).nullable(),
  certificateKind: z.enum(CERTIFICATE_KINDS),
  certificateNumber: z.string(),
  ...insurance,
  /** null: no personal account. */
  account: z.strictObject({ currentYearFen: openingFen, carriedOverFen: openingFen }).nullable(),
});

/** GET /sandbox/people */
export const sandboxPerson = enrolledPerson.extend({
  key: z.string().regex(/^[a-z0-9-]+$/),
  family: z.string(),
  /** What to try with this person. */
  story: z.string(),
  openid: z.string(),
});
export const sandboxPeople = z.object({ notice: z.string(), people: z.array(sandboxPerson) });
export type SandboxPerson = z.infer<typeof sandboxPerson>;

/** GET /sandbox/institutions: synthetic, with synthetic keys. */
export const sandboxInstitution = z.object({
  code: z.string(),
  name: z.string(),
  regionCode,
  kind: z.enum(INSTITUTION_KINDS),
  accessKey: z.string(),
  secretKey: z.string(),
});
export const sandboxInstitutions = z.object({ institutions: z.array(sandboxInstitution) });
export type SandboxInstitution = z.infer<typeof sandboxInstitution>;

/** GET and POST /sandbox/clock on the sandbox; it passes the shift on to POST /sandbox/clock of the BFF. Milliseconds added to the machine's clock. */
export const clockShift = z.strictObject({ offsetMs: z.int().min(-3_200_000_000_000).max(3_200_000_000_000) });
