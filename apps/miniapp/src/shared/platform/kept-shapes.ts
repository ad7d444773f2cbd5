import { anyText, yesOrNo, listOf, number, orNull, type Reader, record, tableOf, text } from './readable';

// As deep as the screens look into what was kept.

const draft = record({
  consentVersion: orNull(anyText),
  name: anyText,
  certificateKind: text,
  certificateNumber: anyText,
  regionCode: orNull(text),
  relation: orNull(text),
  showCode: yesOrNo,
  shareFunds: yesOrNo,
  uses: listOf(text),
  capPerPayment: anyText,
  capPerMonth: anyText,
  sharedLimit: anyText,
  place: anyText,
  until: text,
  untilDate: anyText,
  guardian: yesOrNo,
  signature: anyText,
});

const complaint = record({
  kind: orNull(text),
  text: anyText,
  about: orNull(record({ kind: text, id: text })),
  reference: orNull(text),
  errorCode: orNull(text),
  wantsCall: yesOrNo,
  phone: anyText,
});

const offlineKey = record({
  offlineKeyId: text,
  person: record({
    personId: text,
    maskedName: text,
    mark: orNull(text),
    maskedCertificate: text,
    regionName: text,
    scheme: text,
    age: number,
  }),
  own: yesOrNo,
  handle: text,
  secret: text,
  stepSeconds: number,
  givenAt: text,
  mostPerDay: number,
  mostFenPerDay: number,
  rule: record({ kind: text, regionName: text, text, from: text, confidence: text }),
});

export const KEPT_SHAPES = {
  token: text,
  demoKey: text,
  requestKeys: listOf(record({ intent: text, thing: text, key: text, madeAt: number })),
  deviceId: text,
  elder: yesOrNo,
  english: record({ version: text, texts: tableOf(text) }),
  drafts: listOf(record({ meId: text, subject: text, keptAt: number, step: text, sentOn: orNull(text), draft })),
  left: listOf(text),
  met: listOf(text),
  complaint: record({ meId: text, keptAt: number, draft: complaint }),
  invitation: record({ token: anyText, bindingId: anyText, keptAt: number }),
  /** A list of answers as JSON: read as deep by those who wrote it. */
  answers: text,
  subscribeRefusals: listOf(record({ kind: text, at: number })),
  offlineKeys: record({ holderId: anyText, keys: listOf(offlineKey), taken: listOf(text), clockLeadMs: number, lastContactAt: number }),
} as const satisfies Readonly<Record<string, Reader>>;
