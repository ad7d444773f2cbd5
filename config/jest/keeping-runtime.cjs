const { isBuiltin } = require('node:module');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

// Jest loads everything anew for each test file: a second of a processor for reading it, and all of it cold. Here a worker reads the packages and the
// product once, by Node's own require, and each test file finds them warm. Tests and what supports them are read for each file as ever.

const PRODUCT = /\/(node_modules|packages\/\w+\/src|apps\/(bff|sandbox)\/src)\/(?!.*\.test\.ts$)/;
/** And what is dear to make: databases, and the rules that were read. */
const DEAR = /\/test\/support\/(fresh-\w+|rule-pack-files|checked-book)\.ts$/;
const keptMaps = new Map();

module.exports = class KeepingRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { transformCache, executor } = this;
    for (const [file, map] of keptMaps) transformCache.sourceMaps.set(file, map);
    require.extensions['.ts'] = (module, file) => {
      module._compile(transformCache.transform(file), file);
      keptMaps.set(file, transformCache.sourceMaps.get(file));
    };
    // In the realm of the environment, which is Node's own.
    executor.compile = (source, filename) => compileFunction(source, executor.injectedModuleParameters, { filename });
  }

  requireModule(from, name, ...how) {
    if (name !== undefined && !isBuiltin(name) && how[0]?.isInternalModule !== true) {
      const path = this._resolution.resolveCjs(from, name);
      if (PRODUCT.test(path) || DEAR.test(path)) return require(path);
    }
    return super.requireModule(from, name, ...how);
  }
};
