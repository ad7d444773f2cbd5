import type { FormPerson } from '@gongji/core';
import type { FormPurpose } from '@gongji/domain';

/** A form for the counter, empty or with what its reader knows of themselves. */
export interface PrintedForm {
  readonly purpose: FormPurpose;
  readonly regionName: string;
  /** What to bring, or that nobody published it. */
  readonly papersText: string;
  readonly papersSource: string;
  readonly hotline: string;
  readonly person: FormPerson | null;
  readonly demo: boolean;
}

/** Throws SERVICE_BUSY while as many as are allowed at once are being drawn. */
export type PrintForm = (form: PrintedForm) => Promise<Uint8Array>;
