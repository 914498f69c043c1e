import type { Scenario } from './Scenario.ts';

const dearer = {
  cascade_line_items: [{ line_items: [{ price_id: 'price_premium', quantity: 2 }] }],
};

/** What is sold in a story, as fields of its session. */
export const orderFor = ({ steps }: Scenario): Readonly<Record<string, unknown>> =>
  steps.includes('ask for more') ? dearer : {};
