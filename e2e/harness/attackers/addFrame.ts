import type { Frame, Page } from '@playwright/test';

/** Puts a frame of another site into the page, as an advertisement would sit there. */
export async function addFrame(page: Page, src: string): Promise<Frame> {
  const element = await page.evaluateHandle(
    (url) =>
      new Promise<HTMLIFrameElement>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = url;
        frame.title = 'Advertisement';
        frame.onload = () => {
          resolve(frame);
        };
        document.body.append(frame);
      }),
    src,
  );
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`No frame at ${src}`);
  return frame;
}
