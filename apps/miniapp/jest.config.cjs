// Screens in jsdom, as the h5 build runs them; Taro itself is the outside edge.
process.env.TARO_ENV = 'h5';

/** @type {import('jest').Config} */
module.exports = {
  displayName: 'miniapp',
  rootDir: __dirname,
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.{ts,tsx}'],
  globals: { BFF_ADDRESS: '' },
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2023' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(uqr|@gongji)/)'],
  moduleNameMapper: {
    '\\.scss$': '<rootDir>/test/stubs/style.cjs',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/components$': '<rootDir>/src/shared/platform/html-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/stubs/taro.ts',
  },
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
};
