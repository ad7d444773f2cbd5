import type { HelpFact } from '@gongji/domain';
import type { RuleReference } from './rule-reference';

export interface CounterHelp {
  readonly regionCode: string;
  readonly regionName: string;
  readonly hotline: string;
  readonly hotlineFact: HelpFact;
  /** What to bring; null: nobody published it for the region. */
  readonly papers: RuleReference | null;
  readonly papersUnknownText: string;
  readonly where: HelpFact[];
  readonly office: HelpFact;
  readonly instead: HelpFact;
}

/** Of oneself, for a form on paper. */
export interface FormPerson {
  readonly name: string;
  readonly certificateKind: string;
  /** null: left blank, to be written at the counter. */
  readonly certificateNumber: string | null;
  readonly regionName: string;
  readonly regionCode: string;
}
