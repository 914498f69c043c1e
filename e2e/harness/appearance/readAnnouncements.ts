import type { Frame, Page } from '@playwright/test';

/**
 * What a page has to say by itself, as the browser hands it to a screen reader: each live region of its accessibility
 * tree with how urgent it is and what stands in it. One that is empty says nothing.
 */
export async function readAnnouncements(page: Page, frame: Frame = page.mainFrame()) {
  const browser = await page.context().newCDPSession(frame === page.mainFrame() ? page : frame);
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const textOf = (id: string): readonly string[] => {
    const node = known.get(id);
    if (node?.role?.value === 'StaticText') return [String(node.name?.value)];
    return (node?.childIds ?? []).flatMap(textOf);
  };
  return nodes.flatMap(({ nodeId, ignored, properties = [], role }) => {
    const live: unknown = properties.find(({ name }) => name === 'live')?.value.value;
    const isRoot = role?.value === 'status' || role?.value === 'alert';
    const text = textOf(nodeId).join(' ').replace(/\s+/g, ' ');
    return ignored || !isRoot || text === '' ? [] : [`${String(live)}: ${text}`];
  });
}
