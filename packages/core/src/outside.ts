import type {
  SubscribeKind,
  CertificateKind,
  Fen,
  InsuranceState,
  Month,
  PersonGroup,
  PlainDate,
  RefundReason,
  RefundRefusal,
  Scheme,
  TaxLineState,
} from '@gongji/domain';

// The tax office and the insurance register as the core speaks to them. The edge brings the adapters; a call is made outside any transaction.

export interface TaxOffice {
  findLevy(levy: LevyKey): Promise<LevyAnswer>;
  /** The same paymentId again gets the same answer. */
  apply(application: TaxApplication): Promise<TaxApplicationAnswer>;
  void(paymentId: string): Promise<TaxVoidAnswer>;
  query(paymentId: string): Promise<TaxQueryAnswer>;
  /** The same refundId again is the same refund, and answers how it stands now. */
  refund(request: TaxRefund): Promise<TaxRefundAnswer>;
  queryRefund(refundId: string): Promise<TaxRefundAnswer | { readonly state: 'none' }>;
  /** The same batchId again gets the same answer. */
  clear(file: ClearingFile): Promise<ClearingAnswer>;
  /** A page of what happened in a region on a day that is over. Asking again answers the same. */
  dailyFile(ask: AskDailyFile): Promise<DailyFilePage>;
}

export interface AskDailyFile {
  readonly date: PlainDate;
  readonly regionCode: string;
  /** null: the first page. */
  readonly cursor: string | null;
}

export interface DailyFilePage {
  readonly lines: readonly DailyFileLine[];
  /** null: this was the last page. */
  readonly nextCursor: string | null;
}

/** An application of which something changed that day, as it stood at the end of it. The id may be none of ours. */
export interface DailyFileLine extends LevyKey {
  readonly paymentId: string;
  readonly taxNumber: string;
  readonly amountFen: Fen;
  readonly state: TaxLineState;
}

export interface LevyKey {
  readonly certificateNumber: string;
  readonly regionCode: string;
  readonly year: number;
}

export type LevyAnswer =
  | { readonly found: false }
  | {
      readonly found: true;
      readonly categoryText: string;
      readonly amountFen: Fen;
      readonly state: 'due' | 'applied' | 'paid';
      /** Masked, when somebody applied or paid. */
      readonly payer: string | null;
      readonly continuous: boolean;
      readonly lapsedYears: number;
    };

export interface TaxApplication extends LevyKey {
  readonly paymentId: string;
  readonly amountFen: Fen;
  /** Masked. */
  readonly payer: string;
}

export type TaxRefusal = 'already-paid' | 'already-applied' | 'not-due' | 'amount-changed';
export type TaxApplicationAnswer =
  | { readonly state: 'accepted'; readonly taxNumber: string }
  | { readonly state: 'refused'; readonly reason: TaxRefusal }
  /** null: it does not say for how long. */
  | { readonly state: 'locked'; readonly retryAfterSeconds: number | null };

export type TaxVoidAnswer = { readonly state: 'voided' } | { readonly state: 'refused'; readonly reason: 'cleared' | 'not-found' };

export interface TaxQueryAnswer {
  readonly state: 'none' | 'accepted' | 'voided' | 'paid' | 'posted' | 'refunded';
  readonly taxNumber: string | null;
}

/** A premium that was taken is asked back, all of it. */
export interface TaxRefund {
  readonly refundId: string;
  readonly paymentId: string;
  readonly reason: RefundReason;
  readonly amountFen: Fen;
}
/** accepted: they have it and will say later; the day only where they name one. */
export type TaxRefundAnswer =
  | { readonly state: 'accepted'; readonly expectedOn: PlainDate | null }
  | { readonly state: 'refunded'; readonly taxNumber: string }
  | { readonly state: 'refused'; readonly reason: RefundRefusal };

export interface ClearingFile {
  readonly batchId: string;
  readonly regionCode: string;
  readonly items: readonly { readonly paymentId: string; readonly amountFen: Fen }[];
}
export interface ClearingAnswer {
  readonly items: readonly { readonly paymentId: string; readonly state: 'paid' | 'refused'; readonly taxNumber: string | null }[];
}

/** What the insurance register says of a person; the edge has it from the identity check, the core from the register's changes. */
export interface Insurance {
  readonly regionCode: string;
  readonly scheme: Scheme;
  readonly insuranceState: InsuranceState;
  readonly groups: readonly PersonGroup[];
  readonly birthDate: PlainDate;
}

export interface InsuranceRegister {
  /** What has changed since the change of this number, oldest first, at most `limit`. Numbers only grow; asking again answers the same. */
  changesAfter(number: number, limit: number): Promise<readonly RegisterChange[]>;
  /** One page of what is credited to personal accounts for a month. Once a month's file is there it does not change: asking again answers the same. */
  creditsOf(ask: AskCredits): Promise<CreditPage>;
}

export interface AskCredits {
  readonly month: Month;
  /** The number of the last line that was seen; 0: from the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** Fewer lines than asked for: the file ends here. */
export type CreditPage = { readonly ready: false } | { readonly ready: true; readonly credits: readonly MonthlyCredit[] };

/** One line of a month's file. A person has one line a month. */
export interface MonthlyCredit {
  readonly number: number;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  /** The pooling area whose fund credits. */
  readonly regionCode: string;
  readonly amountFen: Fen;
}

/** How a person stands after a change: the whole of it, so that the newest change of a person is enough. */
export interface RegisterChange {
  readonly number: number;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly insurance: Insurance;
  readonly diedOn: PlainDate | null;
}

/** The message surely did not reach the other side (refused connection, circuit open): nothing happened there. */
export class NotSent extends Error {
  override readonly name = 'NotSent';
}

/** The message may have reached the other side (timeout, reset, an answer we cannot read): it may have happened. */
export class NoAnswer extends Error {
  override readonly name: string = 'NoAnswer';
}

/** An answer came and is not what was agreed on: asking again brings the same one, so that somebody has to be told. */
export class Unreadable extends NoAnswer {
  override readonly name = 'Unreadable';
  /** Where in the answer, without a word of it: changes.3.groups.0 */
  readonly code: string;

  constructor(code: string) {
    super();
    this.code = code;
  }
}

/** What the other side answered; undefined where it did not, or not in a way that we can read. */
export async function answerIfAny<A>(asked: Promise<A>): Promise<A | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof NotSent || error instanceof NoAnswer) return undefined;
    throw error;
  }
}

/** The other side says nothing now, and is asked again. */
export const isSilence = (error: unknown): boolean =>
  error instanceof NotSent || (error instanceof NoAnswer && !(error instanceof Unreadable));

/** The other side read the message and never takes it as it is: something of ours is wrong, and sending it again does not help. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly code: number | string;

  constructor(code: number | string) {
    super();
    this.code = code;
  }
}

/** WeChat's 订阅消息. Throws NotSent where it surely did not leave, NoAnswer where it may have, NotTaken where it never will. */
export interface SubscribeMessages {
  /** refused: the person has no allowance left, or took it back. */
  readonly send: (message: { readonly openid: string; readonly kind: SubscribeKind; readonly at: Date }) => Promise<'sent' | 'refused'>;
}
