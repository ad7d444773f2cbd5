import type {
  CertificateKind,
  ClaimedRelation,
  ComplaintKind,
  ComplaintSubject,
  Fen,
  FundUse,
  GrantKind,
  GrantTerms,
  PlainDate,
  RefundReason,
  SubscribeKind,
} from '@gongji/domain';
import type { InstitutionRequest, PersonRequest } from './outcome';
import type { Insurance } from './outside';

/** Enrolling the same certificate again answers the same person and changes nothing of the account. */
export interface EnrolPerson {
  readonly openid: string | null;
  readonly name: string;
  readonly certificateKind: CertificateKind;
  readonly certificateNumber: string;
  readonly insurance: Insurance;
  /** null: no personal account. */
  readonly account: { readonly currentYearFen: Fen; readonly carriedOverFen: Fen } | null;
}

export interface InstitutionFacts {
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly kind: 'hospital' | 'pharmacy';
}

export interface RegisterInstitution extends InstitutionFacts {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** How an institution's messages are signed (SM2) and encrypted (SM4). Keys in hex. */
export interface SmEnvelope {
  /** At least 16 characters. */
  readonly appId: string;
  readonly appSecret: string;
  readonly mode: 'ecb' | 'cbc';
  /** 32 hex digits with cbc; null with ecb. */
  readonly iv: string | null;
  readonly theirPublicKey: string;
  readonly ownPrivateKey: string;
}

export interface ClaimedRelative {
  readonly name: string;
  readonly certificateKind: CertificateKind;
  /** As parseCertificate gives it: checked, upper case. */
  readonly certificateNumber: string;
  /** Confirmed by the identity check for exactly this name, number and place. */
  readonly insurance: Insurance;
  /** When the check was asked: what the register has said since is newer. */
  readonly checkedAt: Date;
}

/** The switches that are to be opened; null leaves one closed. */
export interface WishedGrants {
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly shareFunds: GrantTerms | null;
  /** null leaves the limit for all relatives as it stands. */
  readonly sharedLimitFen: Fen | null;
}

export interface SignedConsent {
  readonly consentVersion: string;
  readonly guardianStatement: boolean;
  readonly signature: string;
}

/** A question before anything is signed. */
export interface CheckBinding extends WishedGrants {
  readonly actorId: string;
  readonly relative: ClaimedRelative;
  readonly relation: ClaimedRelation;
}

/** The same about a switch of a binding that stands. */
export interface CheckGrant extends WishedGrants {
  readonly actorId: string;
  readonly bindingId: string;
}

export interface ProposeBinding extends PersonRequest, WishedGrants, SignedConsent {
  readonly relative: ClaimedRelative;
  readonly relation: ClaimedRelation;
}

/** The same before anybody has confirmed who the relative is. */
export interface UncheckedProposal extends Omit<ProposeBinding, 'relative'> {
  readonly relative: Omit<ClaimedRelative, 'insurance' | 'checkedAt'> & { readonly regionCode: string };
}

export interface BindingRequest extends PersonRequest {
  readonly bindingId: string;
}
export interface AcceptBinding extends BindingRequest {
  /** The relative has passed a face check just now. */
  readonly faceChecked: boolean;
  /** The switches that the relative read about; undefined: they did not say. */
  readonly agreesTo?: readonly GrantKind[] | undefined;
}
export interface OpenGrant extends BindingRequest, WishedGrants, SignedConsent {}
export interface GrantRequest extends BindingRequest {
  readonly kind: GrantKind;
}
export interface ChangeTerms extends BindingRequest {
  readonly showCode: { readonly endsOn: PlainDate | null } | null;
  readonly shareFunds: GrantTerms | null;
}

export interface SetDeductionOrder extends PersonRequest {
  readonly bindingIds: readonly string[];
}
export interface SetSharedLimit extends PersonRequest {
  /** null: none any more. */
  readonly limitFen: Fen | null;
}

export interface ShowCode extends PersonRequest {
  readonly personId: string;
  readonly deviceId: string;
}

export interface GiveOfflineKey extends PersonRequest {
  readonly personId: string;
  readonly deviceId: string;
  readonly deviceName: string;
}
/** One's own phone by its id; a phone of somebody else that may show one's code, by the key it holds. */
export interface RemoveDevice extends PersonRequest {
  readonly deviceId: string;
}

export interface ScanCode {
  readonly institutionId: string;
  readonly payload: string;
}

/** FSI acct_used_flag 0, 1, 2. */
export type AccountUse = 'none' | 'own' | 'own-and-shared';

export interface Cost {
  readonly ecToken: string;
  readonly use: Extract<FundUse, 'care' | 'drug' | 'device'>;
  readonly totalFen: Fen;
  readonly fundFen: Fen;
  readonly accountUse: AccountUse;
}
export interface PreSettle extends Cost {
  readonly institutionId: string;
}
/** `key` is the msgid; cashFen is what the person agreed to pay in cash. */
export interface Settle extends Cost, InstitutionRequest {
  readonly cashFen: Fen;
}

/** One settlement, by its id or by the msgid that was to make it (冲正): that message may never have arrived. `key` is the msgid of the void. */
export type VoidSettlement = InstitutionRequest & ({ readonly settlementId: string } | { readonly originalKey: string });

export interface QuotePremium extends PersonRequest {
  readonly personId: string;
  readonly year: number;
}
/** Nobody twice. */
export interface QuotePremiums extends PersonRequest {
  readonly personIds: readonly string[];
  readonly year: number;
}
export interface ApplyPremium extends PersonRequest {
  readonly quoteId: string;
}
/** No quote twice. */
export interface ApplyPremiums extends PersonRequest {
  readonly quoteIds: readonly string[];
}
export interface VoidPremium extends PersonRequest {
  readonly paymentId: string;
}
export interface RefundPremium extends PersonRequest {
  readonly paymentId: string;
  readonly reason: RefundReason;
}

/** What is written is checked for its length at the edge. */
export interface WriteComplaint extends PersonRequest {
  readonly kind: ComplaintKind;
  readonly text: string;
  readonly about: { readonly kind: ComplaintSubject; readonly id: string } | null;
  /** Of an answer that went wrong, as the page showed it. */
  readonly reference: string | null;
  readonly errorCode: string | null;
  /** As parsePhone gives it; null: nobody is to call. */
  readonly phone: string | null;
}
/** Up to the newest one that was seen. */
export interface MarkMessagesRead extends PersonRequest {
  readonly upTo: string;
}
export interface Subscribe extends PersonRequest {
  readonly kinds: readonly SubscribeKind[];
  /** WeChat’s own name of the actor, confirmed just now. */
  readonly openid: string;
}
export interface SetReminders extends PersonRequest {
  readonly isOn: boolean;
}
export interface CloseComplaint extends PersonRequest {
  readonly complaintId: string;
}
