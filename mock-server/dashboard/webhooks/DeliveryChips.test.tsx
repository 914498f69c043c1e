// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Delivery } from '../api/Delivery.ts';
import { DeliveryChips } from './DeliveryChips.tsx';

const delivery = (id: string, fields: Partial<Delivery>): Delivery => ({
  ...{ id, event_id: 'evt_1', event_type: 'invoice.paid', endpoint_id: `we_${id}`, attempt: 1 },
  ...{ state: 'succeeded', due_at: '', sent_at: '', response_status: 200, error: null },
  ...{ duration_ms: 1, retry_at: null, replay: false },
  ...fields,
});

const ok = delivery('ok', {});
const again = delivery('again', { state: 'failed', response_status: 500, retry_at: 'soon' });
const final = delivery('final', { state: 'failed', response_status: 404 });

test.each([[[ok, again, final]], [[final, ok, again]], [[again, ok, final]]])(
  'what wants a look comes first, in whichever order the endpoints were told',
  (deliveries) => {
    const root = document.createElement('p');
    render(<DeliveryChips deliveries={deliveries} />, root);
    const chips = [...root.querySelectorAll('.chip')].map(({ textContent: text }) => text);
    expect(chips).toEqual(['404, final', 'Retrying', '200']);
  },
);
