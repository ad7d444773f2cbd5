import type { FundUse, GrantKind, ShareFundsConsent } from '@gongji/domain';

// What a binding does, written once more and plainly: no table of steps, no code of the rules. The random walks compare the two.

export type Who = 'owner' | 'relative' | 'stranger';

export interface Cell {
  is: 'none' | 'proposed' | 'active' | 'paused' | 'ended';
  why: string;
  agreedBy: string | null;
  /** Days since 1970 in Shanghai. */
  agreedOn: number | null;
  lastDay: number | null;
}

export interface Side {
  insurance: 'normal' | 'paused' | 'ended' | 'none';
  scheme: 'employee' | 'resident';
  region: string;
  dead: boolean;
}

export interface World {
  readonly consent: ShareFundsConsent;
  readonly sponsorOnlyEnds: boolean;
  readonly oneMonthFirst: boolean;
  readonly endedBy: readonly string[];
  readonly isSpouse: boolean;
  /** The day of the 16th birthday. */
  readonly ofAgeOn: number;
  now: number;
  owner: Side;
  relative: Side;
}

export interface Opening {
  readonly showCode: boolean;
  readonly shareFunds: boolean;
  readonly use: FundUse;
  readonly guardian: boolean;
  readonly endsInDays: number | null;
}

const HOUR = 3_600_000;
export const dayNumber = (ms: number): number => Math.floor((ms + 8 * HOUR) / (24 * HOUR));
const CLOSED: Cell = { is: 'none', why: '', agreedBy: null, agreedOn: null, lastDay: null };

/** The same day of the next month, or its last. */
function monthLater(day: number): number {
  const from = new Date(day * 24 * HOUR);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1];
  const lastOfNext = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), lastOfNext)) / (24 * HOUR);
}

/** Each method answers with the code of the refusal, or null where it was done. */
export class NaiveBinding {
  readonly cells: Record<GrantKind, Cell> = { 'show-code': { ...CLOSED }, 'share-funds': { ...CLOSED } };
  deadline: number | null = null;
  homes: [string, string] = ['', ''];

  constructor(readonly world: World) {}

  whole(): string {
    for (const state of ['active', 'paused', 'proposed']) if (this.all().some((cell) => cell.is === state)) return state;
    return 'ended';
  }

  open({ showCode, shareFunds, use, guardian, endsInDays }: Opening): string | null {
    const { world } = this;
    const { owner, relative } = world;
    const minor = this.today() < world.ofAgeOn;
    const fundsWord = shareFunds ? this.word(use === 'premium', minor) : null;
    const isThere = (kind: GrantKind) => ['proposed', 'active', 'paused'].includes(this.cells[kind].is);
    if ((showCode && isThere('show-code')) || (shareFunds && isThere('share-funds'))) return 'BINDING_GRANT_OPEN';
    if (!showCode && !shareFunds) return 'BINDING_NOTHING_GRANTED';
    if (!guardian && ((showCode && minor) || fundsWord === 'guardian-stated')) return 'BINDING_GUARDIAN_STATEMENT_REQUIRED';
    const registered = !relative.dead && (relative.insurance === 'normal' || relative.insurance === 'paused');
    if (shareFunds && owner.scheme === 'resident') return 'BINDING_SPONSOR_HAS_NO_ACCOUNT';
    if (shareFunds && (owner.dead || owner.insurance !== 'normal')) return 'BINDING_SPONSOR_NOT_INSURED';
    if (shareFunds && !registered) return 'BINDING_RELATIVE_NOT_INSURED';
    if (endsInDays === 0) return 'BINDING_DATES_INVALID';
    if (showCode && !registered) return 'BINDING_RELATIVE_NOT_INSURED';
    if (this.whole() === 'ended') {
      Object.assign(this.cells, { 'show-code': { ...CLOSED }, 'share-funds': { ...CLOSED } });
      this.homes = [owner.region, relative.region];
    }
    const lastDay = endsInDays === null ? null : this.today() + endsInDays;
    if (showCode) this.begin('show-code', minor ? 'guardian-stated' : 'proposed', lastDay);
    if (fundsWord !== null) this.begin('share-funds', fundsWord, lastDay);
    return null;
  }

  accept(by: Who, face: boolean): string | null {
    const refusal = this.refuseAnswer(by);
    if (refusal !== null) return refusal;
    const needsFace = this.cells['show-code'].is === 'proposed' || this.world.consent === 'face-check';
    if (needsFace && !face) return 'BINDING_FACE_CHECK_REQUIRED';
    for (const cell of this.all())
      if (cell.is === 'proposed') {
        cell.is = 'active';
        cell.why = face ? 'accepted-with-face-check' : 'accepted';
        cell.agreedBy = 'relative';
        cell.agreedOn = this.today();
      }
    this.deadline = null;
    return null;
  }

  decline(by: Who): string | null {
    return this.refuseAnswer(by) ?? this.endProposed('declined');
  }

  withdraw(by: Who): string | null {
    if (by === 'stranger') return 'BINDING_NOT_FOUND';
    return by === 'owner' ? this.endProposed('withdrawn') : 'BINDING_STATE_CONFLICT';
  }

  expire(): string | null {
    if (this.deadline === null || this.world.now <= this.deadline) return 'BINDING_STATE_CONFLICT';
    return this.endProposed('invitation-expired');
  }

  pause(by: Who, kind: GrantKind): string | null {
    if (by === 'stranger') return 'BINDING_NOT_FOUND';
    if (by === 'relative' && kind === 'share-funds' && this.world.sponsorOnlyEnds) return 'BINDING_END_NOT_ALLOWED';
    const cell = this.cells[kind];
    if (cell.is !== 'active') return 'BINDING_STATE_CONFLICT';
    cell.is = 'paused';
    cell.why = by === 'owner' ? 'paused-by-owner' : 'paused-by-relative';
    return null;
  }

  resume(by: Who, kind: GrantKind): string | null {
    if (by === 'stranger') return 'BINDING_NOT_FOUND';
    const cell = this.cells[kind];
    if (cell.is !== 'paused') return 'BINDING_STATE_CONFLICT';
    if (!cell.why.endsWith(by)) return 'BINDING_PAUSED_BY_OTHER';
    cell.is = 'active';
    cell.why = by === 'owner' ? 'resumed-by-owner' : 'resumed-by-relative';
    return null;
  }

  close(by: Who, kind: GrantKind | null, payments: number): string | null {
    if (by === 'stranger') return 'BINDING_NOT_FOUND';
    const [code, funds] = [this.cells['show-code'], this.cells['share-funds']];
    const agreed = (cell: Cell) => cell.is === 'active' || cell.is === 'paused';
    if (kind === null ? this.whole() === 'ended' : !agreed(this.cells[kind])) return 'BINDING_STATE_CONFLICT';
    if (kind !== 'show-code' && agreed(funds)) {
      if (by === 'relative' && this.world.sponsorOnlyEnds) return 'BINDING_END_NOT_ALLOWED';
      if (this.world.oneMonthFirst && funds.agreedOn !== null && this.today() < monthLater(funds.agreedOn)) return 'BINDING_END_TOO_EARLY';
    }
    if (kind !== 'show-code' && payments > 0) return 'BINDING_HAS_OPEN_PAYMENT';
    if (kind === null) for (const cell of [code, funds]) this.end(cell, `unbound-by-${by}`);
    else this.end(this.cells[kind], `closed-by-${by}`);
    return null;
  }

  runOut(payments: number): string | null {
    const past = (cell: Cell) => cell.lastDay !== null && cell.lastDay < this.today() && cell.is !== 'ended' && cell.is !== 'none';
    const [code, funds] = [past(this.cells['show-code']), past(this.cells['share-funds']) && payments === 0];
    if (!code && !funds) return 'BINDING_STATE_CONFLICT';
    if (code) this.end(this.cells['show-code'], 'ran-out');
    if (funds) this.end(this.cells['share-funds'], 'ran-out');
    return null;
  }

  comeOfAge(): string | null {
    const cell = this.cells['show-code'];
    if (this.today() < this.world.ofAgeOn || cell.agreedBy !== 'guardian') return 'BINDING_STATE_CONFLICT';
    if (cell.is !== 'active' && cell.is !== 'paused') return 'BINDING_STATE_CONFLICT';
    Object.assign(cell, { is: 'proposed', why: 'came-of-age', agreedBy: null, agreedOn: null });
    this.deadline = this.world.now + 30 * 24 * HOUR;
    return null;
  }

  lookAtRegister(): string | null {
    if (this.whole() === 'ended') return 'BINDING_STATE_CONFLICT';
    const { owner, relative } = this.world;
    if (owner.dead || relative.dead) {
      for (const cell of this.all()) this.end(cell, owner.dead ? 'owner-died' : 'relative-died');
      return null;
    }
    const why = this.world.endedBy.find((event) => this.happened(event));
    const funds = this.cells['share-funds'];
    if (why === undefined || funds.is === 'none' || funds.is === 'ended') return 'BINDING_STATE_CONFLICT';
    this.end(funds, why);
    return null;
  }

  private happened(event: string): boolean {
    const { owner, relative } = this.world;
    const gone = ({ insurance }: Side) => insurance === 'ended' || insurance === 'none';
    if (event === 'owner-insurance-paused') return owner.insurance === 'paused';
    if (event === 'owner-insurance-ended') return gone(owner) || owner.scheme === 'resident';
    if (event === 'owner-moved') return owner.region !== this.homes[0];
    if (event === 'relative-insurance-paused') return relative.insurance === 'paused';
    return event === 'relative-insurance-ended' ? gone(relative) : relative.region !== this.homes[1];
  }

  private all(): readonly Cell[] {
    return Object.values(this.cells);
  }

  private today(): number {
    return dayNumber(this.world.now);
  }

  private word(premiumOnly: boolean, minor: boolean): string {
    switch (this.world.consent) {
      case 'sponsor-only':
        return 'sponsor-pledged';
      case 'spouse-accepts':
        return this.world.isSpouse ? 'proposed' : 'sponsor-pledged';
      case 'face-check':
        return minor ? 'sponsor-pledged' : 'proposed';
      case 'accepts-or-premium-only':
        if (premiumOnly) return 'temporary-member';
        return minor ? 'guardian-stated' : 'proposed';
      case 'relative-accepts':
        return minor ? 'guardian-stated' : 'proposed';
    }
  }

  private begin(kind: GrantKind, why: string, lastDay: number | null): void {
    const agreed = why !== 'proposed';
    const agreedBy = agreed ? (why === 'guardian-stated' ? 'guardian' : 'sponsor') : null;
    this.cells[kind] = { is: agreed ? 'active' : 'proposed', why, agreedBy, agreedOn: agreed ? this.today() : null, lastDay };
    if (!agreed) this.deadline = this.world.now + 72 * HOUR;
  }

  private refuseAnswer(by: Who): string | null {
    if (by === 'stranger') return 'BINDING_NOT_FOUND';
    if (by === 'owner' || !this.all().some((cell) => cell.is === 'proposed')) return 'BINDING_STATE_CONFLICT';
    return this.deadline !== null && this.world.now > this.deadline ? 'BINDING_INVITATION_EXPIRED' : null;
  }

  private endProposed(why: string): string | null {
    const proposed = this.all().filter((cell) => cell.is === 'proposed');
    for (const cell of proposed) this.end(cell, why);
    return proposed.length === 0 ? 'BINDING_STATE_CONFLICT' : null;
  }

  private end(cell: Cell, why: string): void {
    if (cell.is === 'none' || cell.is === 'ended') return;
    cell.is = 'ended';
    cell.why = why;
    if (!this.all().some((each) => each.is === 'proposed')) this.deadline = null;
  }
}
