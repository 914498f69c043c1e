import { signWebhook } from '../domain/webhooks/signWebhook.ts';
import type { WebhookRequest } from '../schemas/webhookRequest.ts';
import type { DeliveryRecord, EventRecord, WebhookEndpoint } from '../store/records/EventRecord.ts';
import { eventEnvelope } from './eventEnvelope.ts';

/** The request of one attempt, to the byte: the same again for the same time. */
export function webhookRequest(
  delivery: DeliveryRecord,
  event: EventRecord,
  endpoint: WebhookEndpoint,
  sentAt: number,
): WebhookRequest {
  const body = JSON.stringify(eventEnvelope(event));
  const secret = delivery.bad_signature ? 'whsec_YSBmYXVsdCBvbiBwdXJwb3Nl' : endpoint.secret;
  const attempt = {
    eventId: event.id,
    eventType: event.type,
    deliveryId: delivery.id,
    sentAt,
    body,
  };
  return {
    method: 'POST',
    url: endpoint.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'PaymentKit-Mock/1.0',
      ...signWebhook(secret, attempt),
    },
    body,
  };
}
