import path from 'node:path';
import { constants } from 'node:zlib';
import CompressionPlugin from 'compression-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import type { IProjectConfig } from '@tarojs/taro/types/compile';
import { type Chunk, type ChunkGraph, type Compiler, type Module, NormalModuleReplacementPlugin } from 'webpack';

// What a phone fetches before the first code is there is a budget that a test counts (test/journeys/first-load.test.ts).

type Chain = Parameters<NonNullable<NonNullable<IProjectConfig<'webpack5'>['h5']>['webpackChain']>>[0];

const FIRST_PAGES = /pages[\\/](insurance-code|log-in)[\\/]index/;

/** Taro's runtime brings these along for phones older than `browserslist`, and for its JSONP and device table, which nothing here calls. */
const UNUSED = ['whatwg-fetch', 'abortcontroller-polyfill/dist/abortcontroller-polyfill-only', 'jsonp-retry', 'platform'];

export function keepFirstLoadSmall(chain: Chain): void {
  for (const name of UNUSED) chain.resolve.alias.set(`${name}$`, false as unknown as string);
  // The font of Taro's icon component, which no page has: a file that nobody fetches, instead of a text in the first script.
  chain.module.rule('icon-font').merge({ scheme: 'data', mimetype: 'application/octet-stream', type: 'asset/resource' });
  plainComponents(chain);
  openEveryPage(chain);
  startInTwoSteps(chain);
  splitByFirstPage(chain);
  chain.plugin('first-page').use(FetchFirstPagesEarly);
  compressOnce(chain);
}

/** Instead of Taro's custom elements, the one for pulling a page down included, which no page has. No alias: Taro empties what is still asked for by its name. */
function plainComponents(chain: Chain): void {
  const plain = path.resolve(__dirname, '../src/shared/platform/html-components.tsx');
  chain.plugin('plain-components').use(NormalModuleReplacementPlugin, [/^@tarojs\/components$/, plain]);
  chain.plugin('mainPlugin').tap(([options]) => {
    for (const part of ['extraImportForWeb', 'execBeforeCreateWebApp'])
      options.loaderMeta[part] = options.loaderMeta[part].replace(/^.*PullToRefresh.*\n/gm, '');
    return [options];
  });
}

/** Before Taro's router takes them over. */
function openEveryPage(chain: Chain): void {
  chain.plugin('mainPlugin').tap(([options]) => {
    options.loaderMeta.extraImportForWeb += "import { openEveryPage } from '@/features/missing-page/routes'\n";
    options.loaderMeta.execBeforeCreateWebApp += 'openEveryPage(config.routes)\n';
    return [options];
  });
}

/** Between reading the code and making the first page, so that neither keeps a finger waiting for both. */
function startInTwoSteps(chain: Chain): void {
  chain.plugin('mainPlugin').tap(([options]) => {
    options.loaderMeta.execBeforeCreateWebApp += 'await new Promise((next) => setTimeout(next))\n';
    return [options];
  });
}

/** Taro's default copies the component library into every page's chunk. Here what pages share is one chunk, and what the first page shares another. */
function splitByFirstPage(chain: Chain): void {
  chain.optimization.splitChunks({
    chunks: 'all',
    cacheGroups: {
      react: { test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'react', priority: 30 },
      first: { test: onFirstPage, name: 'first', minChunks: 2, priority: 20 },
      common: { name: 'common', minChunks: 2, priority: 10, reuseExistingChunk: true },
    },
  });
}

const onFirstPage = (module: Module, { chunkGraph }: { readonly chunkGraph: ChunkGraph }): boolean =>
  [...chunkGraph.getModuleChunksIterable(module)].some((chunk) => isAskedFor(chunk, FIRST_PAGES));

const isAskedFor = (chunk: Chunk, pages: RegExp): boolean =>
  [...chunk.groupsIterable].some(({ origins }) => origins.some(({ request }) => pages.test(request ?? '')));

/** Else a phone learns what its first page needs only when everything before it has come and run. */
class FetchFirstPagesEarly {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('FetchFirstPagesEarly', (compilation) =>
      HtmlPlugin.getHooks(compilation).alterAssetTagGroups.tap('FetchFirstPagesEarly', (page) => {
        const files = [...compilation.chunks]
          .filter((chunk) => !chunk.canBeInitial() && isAskedFor(chunk, FIRST_PAGES))
          .flatMap((chunk) => [...chunk.files]);
        for (const file of files) {
          const attributes = { rel: 'preload', as: file.endsWith('.css') ? 'style' : 'script', href: `${page.publicPath}${file}` };
          page.headTags.push({ tagName: 'link', voidTag: true, attributes, meta: {} });
        }
        return page;
      }),
    );
  }
}

/** Once, as well as it goes, when the build is made: the BFF hands these files out as they are. */
function compressOnce(chain: Chain): void {
  const files = { test: /\.(js|css|html)$/, threshold: 1024 };
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  chain
    .plugin('brotli')
    .use(CompressionPlugin, [{ ...files, algorithm: 'brotliCompress', filename: '[path][base].br', compressionOptions: brotli }]);
  chain
    .plugin('gzip')
    .use(CompressionPlugin, [{ ...files, algorithm: 'gzip', filename: '[path][base].gz', compressionOptions: { level: 9 } }]);
}
