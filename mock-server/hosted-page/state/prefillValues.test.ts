import { expect, test } from 'vitest';
import { emptyValues } from '../form/FormValues.ts';
import { prefillValues } from './prefillValues.ts';

const prefill = { email: 'page@shop.example', name: 'Robin', postalCode: '97201' };

test('what the merchant’s page knows is filled in', () => {
  expect(prefillValues(emptyValues, {}, prefill, null)).toMatchObject(prefill);
});

test('the session’s customer wins', () => {
  const customer = { email: 'robin@alder.example', name: null };
  expect(prefillValues(emptyValues, {}, prefill, customer)).toMatchObject({
    email: 'robin@alder.example',
    name: 'Robin',
  });
});

test('what the shopper typed stays, what an earlier prefill wrote is replaced', () => {
  const values = { ...emptyValues, email: 'own@alder.example', name: 'Robin' };
  const later = { email: 'new@shop.example', name: 'Robin Alder' };
  expect(prefillValues(values, prefill, later, null)).toMatchObject({
    email: 'own@alder.example',
    name: 'Robin Alder',
  });
});
