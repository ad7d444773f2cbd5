import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildPolicyBook,
  checkRulePack,
  checkRulePacks,
  type PackProblem,
  type Place,
  type PolicyBook,
  type RulePack,
} from '@gongji/domain';
import { isNode, LineCounter, parseDocument } from 'yaml';
import regions from '../../../../config/policies/regions.json' with { type: 'json' };
import { checkPackShape } from './rule-packs-schema';

/** Rules that cannot be trusted are not used: every problem, each as `file:line: reason`. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

type ReadPack = {
  /** `file:line: reason`. */
  readonly place: (problem: PackProblem) => string;
} & ({ readonly pack: RulePack } | { readonly problems: readonly string[] });

/** The places of the country by GB/T 2260, whether or not anybody wrote rules for them. */
export const PLACES: readonly Place[] = Object.entries(regions.places).map(([regionCode, regionName]) => ({ regionCode, regionName }));

/** Every *.yaml of the folder as one book for the whole country. Throws RulePackError. */
export function loadPolicyBook(folder: string): PolicyBook {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  if (names.length === 0) throw new RulePackError([`${folder}: no rule packs (*.yaml)`]);
  const read = names.map((name) => readPack(name, readFileSync(join(folder, name), 'utf8')));
  refuse(read.flatMap((each) => ('problems' in each ? each.problems : [])));
  const packs = read.flatMap((each) => ('pack' in each ? [each.pack] : []));
  refuse(checkRulePacks(packs).map(({ pack, ...problem }) => read[pack]?.place(problem) ?? problem.reason));
  return buildPolicyBook(packs, PLACES);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new RulePackError(problems);
}

function readPack(name: string, text: string): ReadPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, reason: string): string => `${name}:${lines.linePos(offset).line}: ${reason}`;
  const place = ({ path, reason }: PackProblem): string => at(offsetOf(document, path), `${path.join('.')} ${reason}`.trim());
  if (document.errors.length > 0)
    return { place, problems: document.errors.map((error) => at(error.pos[0], error.message.split('\n')[0] ?? 'not YAML')) };
  const shape = checkPackShape(document.toJS());
  const problems = shape.ok ? checkRulePack(shape.pack) : shape.problems;
  return shape.ok && problems.length === 0 ? { place, pack: shape.pack } : { place, problems: problems.map(place) };
}

/** Where the path is in the file; where it is missing, what it is missing from. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PackProblem['path']): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
