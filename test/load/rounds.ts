import { createHash } from 'node:crypto';

// What a round asks for follows from its name, its numbers and the seed: the database and the callers work it out each for themselves.

export interface Round {
  readonly name: string;
  /** Premiums that are paid once. */
  readonly count: number;
  readonly payers: number;
  /** One payer pays for all. */
  readonly hot: boolean;
  readonly seed: number;
  /** The share of requests that are an earlier one, sent again with the same key and body. */
  readonly replayShare: number;
}

/** A prime, so that the payers come in no order and each comes as often as any other. */
const STRIDE = 2_654_435_761;
/** Who sends again does so soon. */
const MOST_BACK = 1_000;

export const payerSql = ({ payers, hot, seed, name }: Round, number: string): string =>
  hot ? String(hotPayer(name, payers)) : `(1 + (${number} * ${STRIDE} + ${seed}) % ${payers})`;

export const payerOf = ({ payers, hot, seed, name }: Round, number: number): number =>
  hot ? hotPayer(name, payers) : 1 + ((number * STRIDE + seed) % payers);

/** Another one each round: what one payer has paid before must not make later rounds slower. */
const hotPayer = (name: string, payers: number): number => 1 + (Number.parseInt(md5(name).slice(0, 12), 16) % payers);

/** Of the version for ids of one's own making (8), by RFC 9562. */
export const idSql = (kind: string, number: string): string => asIdSql(`md5('${kind}' || ${number})`);
export const idOf = (kind: string, number: number): string => asId(md5(`${kind}${number}`));

/** In the order of the numbers, as the ids that the BFF makes are in the order of time: they come to an index side by side. */
export const idInTurnSql = (kind: string, number: string): string =>
  asIdSql(`substr(md5('${kind}'), 1, 4) || lpad(to_hex(${number}), 8, '0') || substr(md5('${kind}'), 13)`);
export const idInTurnOf = (kind: string, number: number): string =>
  asId(`${md5(kind).slice(0, 4)}${number.toString(16).padStart(8, '0')}${md5(kind).slice(12)}`);

const asIdSql = (hex: string): string => `overlay(overlay(${hex} placing '8' from 13) placing '8' from 17)::uuid`;
const asId = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export interface PremiumRequest {
  readonly payer: number;
  readonly actorId: string;
  readonly quoteId: string;
  readonly key: string;
}

/** The requests of a round in their order, those that are sent again among them. */
export function requestsOf(round: Round): readonly PremiumRequest[] {
  const random = randomFrom(round.seed);
  const requests: PremiumRequest[] = [];
  for (let number = 1; number <= round.count; ) {
    const again = requests.length > 0 && random() < round.replayShare;
    const back = 1 + Math.floor(random() * Math.min(requests.length, MOST_BACK));
    requests.push(again ? (requests[requests.length - back] as PremiumRequest) : requestOf(round, number++));
  }
  return requests;
}

function requestOf(round: Round, number: number): PremiumRequest {
  const payer = payerOf(round, number);
  return {
    payer,
    actorId: idOf('payer', payer),
    quoteId: idInTurnOf(`${round.name} quote`, number),
    key: idOf(`${round.name} key`, number),
  };
}

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
