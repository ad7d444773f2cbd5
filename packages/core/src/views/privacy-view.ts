import type { DeletionBlock, Fen, KeptAfterDeletion, LookerKind, PlainDate } from '@gongji/domain';

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

export interface PrivacyConsent {
  /** The text that holds. */
  readonly text: {
    readonly version: string;
    readonly from: PlainDate;
    readonly title: string;
    readonly lead: string;
    readonly items: { readonly what: string; readonly purpose: string; readonly until: string }[];
    readonly others: string[];
    readonly rights: string[];
    readonly withdrawal: { readonly ends: string[]; readonly stays: string[] };
  };
  /** The newest first. */
  readonly steps: { readonly version: string; readonly step: 'given' | 'withdrawn'; readonly at: string }[];
}

export type ExportedCell = string | number | boolean | null;

export interface ExportedColumn {
  readonly title: string;
  /** words: of our making. fen: an amount in 分. instant: as ISO 8601 with Shanghai's offset. drawing: the path of an SVG. null: what the person or somebody else wrote, a day, a number. */
  readonly kind: 'words' | 'fen' | 'instant' | 'drawing' | null;
}

export interface PersonExport {
  readonly madeAt: string;
  readonly tables: {
    readonly title: string;
    readonly purpose: string;
    readonly until: string;
    readonly columns: ExportedColumn[];
    /** In the order of the columns. */
    readonly rows: ExportedCell[][];
  }[];
}

export interface AccountDeletion {
  readonly allowed: boolean;
  readonly blocks: DeletionBlock[];
  /** In the account now; it stays with the insurance. */
  readonly balanceFen: Fen;
  readonly deletes: string[];
  readonly keeps: KeptAfterDeletion[];
  /** What is typed to confirm. */
  readonly words: string;
}
