import { buildIfStale } from './build-if-stale';
import { runJest } from './run-jest';

// `npm run pictures`: a contact sheet of every page in every state. `npm run pictures -- --keep`: how they look now is what the next run compares with.

const draw = async (keep: boolean): Promise<number> => {
  await buildIfStale('h5');
  const code = await runJest(['--selectProjects', 'screens', '--testPathPatterns', 'screens/screens'], {
    PICTURES: keep ? 'keep' : 'look',
  });
  console.log(keep ? 'Kept in test/screens/kept' : 'Look through: test/.output/pictures/index.html');
  return code;
};

draw(process.argv.includes('--keep')).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
