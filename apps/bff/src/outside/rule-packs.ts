import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPolicyBook, checkRulePack, checkRulePacks, type PackProblem, type PolicyBook, type RulePack } from '@gongji/domain';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** Rules that cannot be trusted are not used: every problem, each as `file:line: reason`. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

interface ReadPack {
  readonly pack: unknown;
  readonly problems: readonly string[];
  /** `file:line: reason`. */
  readonly place: (problem: PackProblem) => string;
}

/** Every *.yaml of the folder as one book. Throws RulePackError. */
export function loadPolicyBook(folder: string): PolicyBook {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  if (names.length === 0) throw new RulePackError([`${folder}: no rule packs (*.yaml)`]);
  const read = names.map((name) => readPack(name, readFileSync(join(folder, name), 'utf8')));
  refuse(read.flatMap(({ problems }) => problems));
  const packs = read.map(({ pack }) => pack as RulePack);
  refuse(checkRulePacks(packs).map(({ pack, ...problem }) => read[pack]?.place(problem) ?? problem.reason));
  return buildPolicyBook(packs);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new RulePackError(problems);
}

function readPack(name: string, text: string): ReadPack {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, reason: string): string => `${name}:${lines.linePos(offset).line}: ${reason}`;
  const place = ({ path, reason }: PackProblem): string => at(offsetOf(document, path), `${path.join('.')} ${reason}`.trim());
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => at(error.pos[0], error.message.split('\n')[0] ?? 'not YAML'));
    return { pack: undefined, problems, place };
  }
  const pack: unknown = document.toJS();
  return { pack, problems: checkRulePack(pack).map(place), place };
}

/** Where the path is in the file; where it is missing, what it is missing from. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PackProblem['path']): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
