import { fileURLToPath } from 'node:url';
import everything from '../jest.config.mjs';

// The tests as they are, compiled by what plants a fault.

const plant = fileURLToPath(new URL('plant.cjs', import.meta.url));
const planting = (transform) => Object.fromEntries(Object.entries(transform).map(([files, [, options]]) => [files, [plant, options]]));

export default {
  ...everything,
  reporters: ['default'],
  projects: everything.projects.flatMap((project) =>
    typeof project === 'string' ? [] : [{ ...project, transform: planting(project.transform) }],
  ),
};
