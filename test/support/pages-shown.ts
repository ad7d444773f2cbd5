import type { Browser, BrowserContext, Page } from 'playwright-core';

// What the pages of this test file's browsers show, for whoever reads why a journey failed on a machine that is not at hand. All people are synthetic.

const LONGEST_TEXT = 1_200;
const MOST_FAULTS = 12;
/** A page that hangs is told of as such, and the others still are. */
const ANSWER_MS = 5_000;

const browsers = new Set<Browser>();
const faults: string[] = [];

const note = (fault: string): void => void faults.splice(0, Math.max(0, faults.push(fault) - MOST_FAULTS));

export function watchPages(browser: Browser): void {
  browsers.add(browser);
  browser.once('disconnected', () => browsers.delete(browser));
}

export function watchRequests(context: BrowserContext): void {
  context.on('requestfailed', (request) => note(`${request.method()} ${request.url()}: ${request.failure()?.errorText ?? 'failed'}`));
  context.on('response', (response) => {
    if (response.status() >= 400) note(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  context.on('weberror', (error) => note(error.error().message));
}

const ofPage = async (page: Page): Promise<string> => {
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve('(no answer)'), ANSWER_MS).unref();
  });
  const text = await Promise.race([page.evaluate(() => document.body.innerText), late]).catch(String);
  const lines = text.split('\n').map((line) => line.trim());
  return `${page.url()} shows:\n${lines
    .filter((line) => line !== '')
    .join(' | ')
    .slice(0, LONGEST_TEXT)}`;
};

/** The visible text of each open page, and which requests failed last. Asked for by the environment of the journeys when a test fails. */
async function pagesShown(): Promise<string> {
  const pages = [...browsers].flatMap((browser) => browser.contexts()).flatMap((context) => context.pages());
  const shown = await Promise.all(pages.map(ofPage));
  return [...shown, `failed requests and errors so far: ${faults.length === 0 ? 'none' : `\n${faults.join('\n')}`}`].join('\n');
}
Object.assign(globalThis, { pagesShown });
