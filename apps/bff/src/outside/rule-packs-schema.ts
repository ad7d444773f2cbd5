import { type PackProblem, parseDate, type RulePack } from '@gongji/domain';
import { Ajv, type ErrorObject } from 'ajv';
import localize from 'ajv-i18n';
import schema from '../../../../config/policies/rule-pack.schema.json' with { type: 'json' };

// The shape of a pack is said once, in the schema that editors read too. The discriminator makes ajv look at the one branch of the kind that is named, so
// that a wrong value is told once and not once for every other kind. Verbose errors carry the branches.

const ajv = new Ajv({ strict: true, allErrors: true, verbose: true, discriminator: true, allowUnionTypes: true });
ajv.addFormat('date', (text) => parseDate(text) !== undefined);
const isPack = ajv.compile<RulePack>(schema);

export type PackShape = { readonly ok: true; readonly pack: RulePack } | { readonly ok: false; readonly problems: readonly PackProblem[] };

/** The pack as it was read from its file, or everything that is wrong with its shape: one reason, in Chinese, for each place. */
export function checkPackShape(raw: unknown): PackShape {
  if (isPack(raw)) return { ok: true, pack: raw };
  const errors = (isPack.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  localize.zh(errors);
  return { ok: false, problems: errors.map((error) => ({ path: pathOf(error), reason: reasonOf(error) })).filter(isFirstThere) };
}

const isFirstThere = (problem: PackProblem, index: number, all: readonly PackProblem[]): boolean =>
  all.findIndex((other) => other.path.join('/') === problem.path.join('/')) === index;

/** A property that is missing, too much or tells the branch is named itself, not the object around it. */
function pathOf({ instancePath, params }: ErrorObject): PackProblem['path'] {
  const path = instancePath.split('/').slice(1).map(stepOf);
  const key: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? params['tag'];
  return typeof key === 'string' ? [...path, key] : path;
}

/** RFC 6901. */
const stepOf = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The library's sentence, and what would have been right where that can be listed. */
function reasonOf(error: ErrorObject): string {
  const { keyword, params, message = keyword } = error;
  const allowed = keyword === 'discriminator' ? branchNames(error) : params['allowedValues'];
  const sentence = keyword === 'discriminator' ? '应当是预设定的枚举值之一' : message;
  return Array.isArray(allowed) ? `${sentence}：${allowed.join('、')}` : sentence;
}

interface Branching {
  readonly oneOf?: readonly { readonly properties: Readonly<Record<string, { readonly const?: string }>> }[];
}

const branchNames = ({ parentSchema, params }: ErrorObject): readonly unknown[] =>
  ((parentSchema as Branching).oneOf ?? []).map(({ properties }) => properties[String(params['tag'])]?.const);
