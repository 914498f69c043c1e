import type { Page } from '@playwright/test';

/** What has the focus, in whichever frame it is, and in whichever shadow tree. */
export async function focusedName(page: Page): Promise<string> {
  for (const frame of [...page.frames()].reverse()) {
    const asked = frame.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!document.hasFocus() || active === null || active === document.body) return '';
      if (active instanceof HTMLIFrameElement) return '';
      const labels = active instanceof HTMLInputElement ? active.labels : null;
      return (active.ariaLabel ?? labels?.[0]?.textContent ?? active.textContent).trim();
    });
    const name = await asked.catch((error: unknown) => {
      // One that is just being taken away has it no more.
      if (frame.isDetached()) return '';
      throw error;
    });
    if (name !== '') return name;
  }
  return '';
}
