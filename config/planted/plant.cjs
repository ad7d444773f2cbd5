const swc = require('@swc/jest');

// Jest's compiler, which makes the changes of one fault in what it reads. The files themselves stay as they are.

/** @type {readonly { file: string, from: string, to: string }[]} */
const changes = JSON.parse(process.env['PLANTED'] ?? '[]');

const plant = (source, path) =>
  changes.filter(({ file }) => path.endsWith(`/${file}`)).reduce((text, { from, to }) => text.replace(from, () => to), source);

module.exports = {
  createTransformer(options) {
    const compiler = swc.createTransformer(options);
    return {
      ...compiler,
      process: (source, path, ...rest) => compiler.process(plant(source, path), path, ...rest),
      getCacheKey: (source, path, ...rest) => compiler.getCacheKey(plant(source, path), path, ...rest),
    };
  },
};
