import puppeteer, { type Frame } from 'puppeteer-core';
import type { Driver } from './Driver.ts';

/** Firefox without a window, driven by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });

  /** The frame of another site than the page is the checkout's; without one the page is. */
  const checkout = (): Frame => {
    const { origin } = new URL(page.url());
    const frames = page.mainFrame().childFrames();
    return frames.find((frame) => new URL(frame.url()).origin !== origin) ?? page.mainFrame();
  };

  return {
    version: await browser.version(),
    goTo: async (url) => {
      await page.goto(url);
    },
    run: (place, body, input = '') =>
      (place === 'page' ? page.mainFrame() : checkout()).evaluate(
        `((input) => { ${body} })(${JSON.stringify(input)})`,
      ),
    clickAt: (x, y) => page.mouse.click(x, y),
    type: async (text) => {
      if (text === 'Enter') await page.keyboard.press('Enter');
      else await page.keyboard.type(text);
    },
    close: () => browser.close(),
  };
}
