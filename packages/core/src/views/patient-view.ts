import type { BenefitAnswer, CertificateKind, Fen, InsuranceState, PersonGroup, PlainDate, Scheme } from '@gongji/domain';

/** Whom an institution has scanned, as far as it may know. */
export interface PatientView {
  /** The institution's own number for the person. */
  readonly patientNumber: string;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly gender: 'male' | 'female' | null;
  readonly birthDate: PlainDate;
  readonly age: number;
  readonly regionCode: string;
  readonly scheme: Scheme;
  readonly insuranceState: InsuranceState;
  readonly groups: readonly PersonGroup[];
  /** Their own account without what is held; zero where they have none. */
  readonly availableFen: Fen;
}

export type PatientBenefit = BenefitAnswer;
