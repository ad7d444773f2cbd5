import { MAX_FEN } from '../../packages/domain/src/money';
import type { PlainAccount, PlainCost, PlainPot, PlainSponsor } from './naive-deduction';

// Costs and accounts of every kind, the impossible ones included: what never should reach the rules must not break them either.

const SHARES = ['all', 'above-floor', 'carried-over-only', 'quota', 'pool', 'unknown'] as const;
const ORDERS = ['as-bound', 'set-at-binding', 'set-by-user', 'single-sponsor', 'unsaid'] as const;
const POTS_SPENT = ['old-first', 'new-first', 'unsaid'] as const;
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'me'] as const;
const HOW_MANY = [0, 1, 1, 1, 2, 2, 2, 3, 3, 6] as const;
const BINDINGS = ['3', '1', '6', '2', '5', '4'] as const;
/** One is above most accounts. */
const FLOORS = [0, 1, 12, 200_000] as const;

export class RandomCosts {
  constructor(private readonly next: () => number) {}

  cost(): PlainCost {
    const total = this.amount();
    const sponsors = BINDINGS.slice(0, this.one(HOW_MANY)).map((bindingId) => this.sponsor(bindingId));
    return {
      total,
      fund: this.fundOf(total),
      order: this.one(ORDERS),
      wishes: this.wishes(),
      mostSponsors: this.chance(0.6) ? null : this.below(5),
      own: this.account('me'),
      ownChosen: this.chance(0.9),
      sponsors,
    };
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  private chance(part: number): boolean {
    return this.next() < part;
  }

  private one<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }

  /** Small ones meet often, and at their limits. */
  private amount(): number {
    const size = this.next();
    if (size < 0.1) return 0;
    if (size < 0.55) return this.below(25);
    if (size < 0.95) return this.below(900_000);
    return MAX_FEN - this.below(3);
  }

  private maybe(part: number): number | null {
    return this.chance(part) ? this.amount() : null;
  }

  private fundOf(total: number): number {
    const kind = this.next();
    if (kind < 0.7) return 0;
    if (kind < 0.8) return total;
    return kind < 0.9 ? Math.floor(total * this.next()) : this.amount();
  }

  private wishes(): readonly string[] {
    const rest: string[] = [...BINDINGS, 'nobody’s'];
    return Array.from({ length: this.below(5) }, () => rest.splice(this.below(rest.length), 1)[0] ?? '');
  }

  private account(payerId: string): PlainAccount {
    const [pots, share, floor, potsSpent] = [this.pots(), this.one(SHARES), this.one(FLOORS), this.one(POTS_SPENT)];
    return { payerId, pots, share, floor, potsSpent, limit: this.maybe(0.5), limitSpent: this.amount() };
  }

  /** Together never more than an amount can be. */
  private pots(): readonly PlainPot[] {
    const kind = this.next();
    const current = this.pot('currentYear', kind < 0.05 ? MAX_FEN - 50 : this.below(kind < 0.5 ? 25 : 900_000));
    if (kind > 0.97) return [current];
    const old = this.pot('carriedOver', kind < 0.05 ? this.below(25) : this.below(kind < 0.5 ? 25 : 900_000));
    if (kind > 0.94) return [old, current, this.pot('carriedOver', this.below(25))];
    return kind > 0.6 ? [old, current] : [current, old];
  }

  private pot(pot: PlainPot['pot'], balance: number): PlainPot {
    const kind = this.next();
    if (kind < 0.7) return { pot, balance, frozen: 0 };
    if (kind < 0.95) return { pot, balance, frozen: this.below(balance + 1) };
    return kind < 0.98 ? { pot, balance, frozen: balance + 1 } : { pot, balance: -5, frozen: 0 };
  }

  /** Named one by one: a spread is ten times slower. */
  private sponsor(bindingId: string): PlainSponsor {
    const { payerId, pots, share, floor, potsSpent, limit, limitSpent } = this.account(this.one(IDS));
    return {
      payerId,
      pots,
      share,
      floor,
      potsSpent,
      limit,
      limitSpent,
      bindingId,
      boundAt: new Date(this.below(4)),
      place: this.chance(0.7) ? 1 + this.below(4) : null,
      barred: this.chance(0.1),
      mostOnce: this.chance(0.03) ? -1 - this.below(9) : this.maybe(0.3),
      mostMonthly: this.maybe(0.3),
      monthSpent: this.amount(),
    };
  }
}
