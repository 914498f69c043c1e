import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';
import type { AxeResults, PartialResults, RunOptions } from 'axe-core';
import { isBank } from './isBank.ts';

/** What is called of axe in a page. Contexts and selectors are its own: they only pass through here. */
interface AxeInPage {
  runPartial(context: unknown, options: RunOptions): Promise<PartialResults[number]>;
  finishRun(parts: PartialResults, options: RunOptions): Promise<AxeResults>;
  readonly utils: {
    getFrameContexts(
      context: unknown,
      options: RunOptions,
    ): { readonly frameSelector: unknown; readonly frameContext: unknown }[];
    shadowSelect(selector: unknown): Element | null;
  };
}

declare global {
  interface Window {
    axe: AxeInPage;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const everything = { include: [], exclude: [] };
const colours = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe over the page and every frame in it, and says what it found. The parts are put together in the page itself:
 * axe's own driver opens another window for that, which costs more than the look.
 */
export const findViolations = (page: Page, ...except: readonly string[]): Promise<string[]> =>
  look(page, {
    runOnly: { type: 'tag', values: tags },
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
  });

/** What another colour scheme can break: the document is the same, so the other rules have had their say. */
export const findColourViolations = (page: Page): Promise<string[]> =>
  look(page, { runOnly: { type: 'rule', values: colours } });

async function look(page: Page, rules: RunOptions): Promise<string[]> {
  await giveFramesTheirGround(page);
  const options: RunOptions = { ...rules, resultTypes: ['violations'], preload: false };
  const parts = await lookInto(page.mainFrame(), everything, options);
  // Of the whole report only this is carried out of the page.
  const violations = await page.evaluate(
    async (given) => {
      const read = given.parts.map((part) => JSON.parse(part) as PartialResults[number]);
      return (await window.axe.finishRun(read, given.options)).violations;
    },
    { parts, options },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${String(failureSummary)}`,
    ),
  );
}

/**
 * The results of a frame and of those in it, in the order in which axe wants them; as text, since Playwright carries some
 * hundred kilobytes of objects member by member, which took longer than the look.
 */
async function lookInto(frame: Frame, context: unknown, options: RunOptions): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  const given = { context, options };
  const inner = await frame.evaluate(
    (given) => window.axe.utils.getFrameContexts(given.context, given.options),
    given,
  );
  const parts = [
    await frame.evaluate(
      async (given) => JSON.stringify(await window.axe.runPartial(given.context, given.options)),
      given,
    ),
  ];
  for (const { frameSelector, frameContext } of inner) {
    const handle = await frame.evaluateHandle(
      (selector) => window.axe.utils.shadowSelect(selector),
      frameSelector,
    );
    const child = await handle.asElement()?.contentFrame();
    if (!child || isBank(child)) parts.push('null');
    else parts.push(...(await lookInto(child, frameContext, options)));
  }
  return parts;
}

/** A transparent frame has no colour to measure text against: it is given that of the page around it. */
async function giveFramesTheirGround(page: Page): Promise<void> {
  const ground = await page.evaluate(() =>
    [document.body, document.documentElement]
      .map((element) => getComputedStyle(element).backgroundColor)
      .find((colour) => colour !== 'rgba(0, 0, 0, 0)'),
  );
  for (const frame of page.frames().slice(1)) {
    if (isBank(frame)) continue;
    await frame.evaluate((colour) => {
      document.documentElement.style.backgroundColor = colour ?? 'Canvas';
    }, ground);
  }
}
