import type { LookerKind } from '@gongji/domain';

export interface AccessLog {
  readonly looks: {
    readonly lookId: string;
    readonly at: string;
    /** Masked; an institution by its name. */
    readonly who: string;
    readonly whoKind: LookerKind;
    readonly what: string;
    readonly why: string;
  }[];
  readonly nextCursor: string | null;
}
