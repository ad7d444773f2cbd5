import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { keepFirstLoadSmall } from './first-load';

// Both targets from one source. What differs from Taro's defaults says why.

const root = path.resolve(__dirname, '..', '..', '..');
const target = process.env.TARO_ENV;

// Babel sees src/ by itself. Workspace packages are TypeScript, and uqr ships newer syntax than old phones parse.
const transpiled = [path.join(root, 'packages'), (file: string) => /[\\/]node_modules[\\/]uqr[\\/]/.test(file)];

const bffAddress = target === 'weapp' ? (process.env.BFF_URL ?? 'http://localhost:8080') : '';

export default defineConfig(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'gongji',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Off by default: a cache left by another version is the one thing a fresh clone cannot explain.
    cache: { enable: process.env.TARO_CACHE === '1' },
    // Chinese as it is: Taro escapes each letter for WeChat, which doubles it, and reads UTF-8 all the same.
    terser: { enable: true, config: { ecma: 2017, compress: { passes: 3 }, output: { ascii_only: false } } },
    logger: { quiet: true, stats: false },
    plugins: [path.resolve(__dirname, 'aria-plugin.ts'), path.resolve(__dirname, 'lean-templates.ts')],
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    // Beside the page: a worker may look after nothing above the folder that it comes from.
    ...(target === 'h5' && { copy: { patterns: [{ from: 'src/worker.js', to: 'dist/h5/worker.js' }], options: {} } }),
    defineConstants: { BFF_ADDRESS: JSON.stringify(bffAddress) },
    mini: {
      // What only pages behind a tab share goes to them, not to what opens first.
      optimizeMainPackage: { enable: true },
      compile: { include: transpiled },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: transpiled },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // On a wide screen the page stays a phone's column, so the unit must not grow with the window.
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 23 } },
      },
      webpackChain: keepFirstLoadSmall,
    },
  };
  return config;
});
