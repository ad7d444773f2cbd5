import type { ComplaintKind, ComplaintState, ComplaintSubject, PlainDate } from '@gongji/domain';

/** Said once in a list, in full on its own page. */
export interface ComplaintLine {
  readonly complaintId: string;
  readonly number: string;
  readonly numberText: string;
  readonly kind: ComplaintKind;
  readonly kindText: string;
  readonly state: ComplaintState;
  readonly stateText: string;
  readonly writtenAt: string;
  /** By when an answer is promised. */
  readonly answerBy: PlainDate;
  /** The holidays that it depends on are not announced yet. */
  readonly provisional: boolean;
  /** The promise was not kept. */
  readonly overdue: boolean;
  readonly mayClose: boolean;
}

export interface ComplaintView extends ComplaintLine {
  readonly text: string;
  readonly about: { readonly kind: ComplaintSubject; readonly id: string; readonly text: string } | null;
  readonly reference: string | null;
  /** Masked; null: nobody is to call. */
  readonly phone: string | null;
  readonly answers: { at: string; text: string }[];
  readonly closedAt: string | null;
  /** On what the promise rests. */
  readonly promiseText: string;
  readonly promiseNote: string;
}

export interface ComplaintList {
  readonly complaints: ComplaintLine[];
}

/** For whoever answers. */
export interface ComplaintToAnswer {
  readonly numberText: string;
  readonly kindText: string;
  readonly stateText: string;
  readonly writtenOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly overdue: boolean;
  readonly wantsCall: boolean;
  readonly reference: string | null;
}
/** The whole of it, opened for one look that the writer can see. */
export interface OpenedComplaint extends ComplaintToAnswer {
  readonly text: string;
  readonly phone: string | null;
  readonly about: string | null;
  readonly answers: readonly { readonly at: string; readonly text: string }[];
}
