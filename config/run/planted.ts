import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULTS, type Fault } from '../planted/faults';
import { ROOT } from './paths';

// `npm run planted`: makes one mistake after the other and says which test notices it. Ten minutes; not part of `npm test`. One of them: `npm run planted -- lock`.

interface Found {
  readonly fault: Fault;
  /** The title of the first test that failed; undefined: none did. */
  readonly by: string | undefined;
}

interface Told {
  readonly testResults: readonly { readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

const OUTPUT = join(ROOT, 'test/.output/planted.json');
const DOCUMENT = join(ROOT, 'docs/planted.md');

/** Throws where the tests could not run at all: that is no finding. */
function seek(fault: Fault): Found {
  const { changes, project, tests } = fault;
  rmSync(OUTPUT, { force: true });
  mkdirSync(join(ROOT, 'test/.output'), { recursive: true });
  const asked = ['--selectProjects', project, '--testPathPatterns', tests, '--json', '--outputFile', OUTPUT];
  const { stderr } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'config/planted/jest.config.mjs', ...asked], {
    cwd: ROOT,
    env: { ...process.env, PLANTED: JSON.stringify(changes) },
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const results = readResults(stderr).flatMap(({ assertionResults }) => assertionResults);
  if (results.length === 0) throw new Error(`no test ran for "${fault.what}":\n${stderr.slice(-2000)}`);
  return { fault, by: results.find(({ status }) => status === 'failed')?.fullName };
}

function readResults(complaint: string): Told['testResults'] {
  try {
    return (JSON.parse(readFileSync(OUTPUT, 'utf8')) as Told).testResults;
  } catch {
    throw new Error(`Jest did not run:\n${complaint.slice(-2000)}`);
  }
}

const documentOf = (found: readonly Found[]): string => `# Mistakes planted on purpose

\`npm run planted\` makes these mistakes one at a time, in what the tests compile (the files stay as they are),
runs the tests that should notice, and writes this page. Where several defences stand behind each other, all
of them were removed. Found: ${found.filter(({ by }) => by !== undefined).length} of ${found.length}. The rules of deduction and premium are tested in the same way, one
small change at a time, by \`npm run mutation\`.

| mistake | the first test that fails |
|---|---|
${found.map(({ fault, by }) => `| ${fault.what} | ${by ?? '**none**'} |`).join('\n')}
`;

const [wanted = ''] = process.argv.slice(2);
const found: Found[] = [];
for (const fault of FAULTS.filter(({ what }) => what.includes(wanted))) {
  const one = seek(fault);
  console.log(`${one.by === undefined ? 'NOT FOUND' : 'found'}: ${fault.what}${one.by === undefined ? '' : ` (${one.by})`}`);
  found.push(one);
}
if (wanted === '') writeFileSync(DOCUMENT, documentOf(found));
process.exitCode = found.every(({ by }) => by !== undefined) ? 0 : 1;
