import { answerSchema } from '../../../resources/answerSchema.ts';
import { customers } from '../../../resources/customers.ts';
import { customFieldDefinitions } from '../../../resources/customFieldDefinitions.ts';
import { prices } from '../../../resources/prices.ts';
import { processorRoutes } from '../../../resources/processorRoutes.ts';
import { processors } from '../../../resources/processors.ts';
import { products } from '../../../resources/products.ts';
import { discountSamples } from './discountSamples.ts';
import type { ResourceSample } from './ResourceSample.ts';

export const resourceSamples: readonly ResourceSample[] = [
  {
    path: 'customers',
    prefix: 'cus',
    schema: answerSchema(customers),
    least: { email: 'sam@shop.example' },
    defaults: { name: null },
    most: { email: 'kim@shop.example', name: 'Kim Lee' },
    change: { email: 'sam@new.example', name: 'Sam' },
    broken: [
      [{ email: undefined }, ['email']],
      [{ email: 'nobody' }, ['email']],
      [{ name: '' }, ['name']],
      [{ colour: 'red' }, ['colour']],
      [{ custom_fields: { colour: 'red' } }, ['custom_fields', 'colour']],
    ],
    brokenChanges: [
      [{ email: null }, ['email']],
      [{ id: 'cus_mine' }, ['id']],
    ],
  },
  {
    path: 'products',
    prefix: 'prod',
    schema: answerSchema(products),
    least: { name: 'Lino kit' },
    defaults: { description: null },
    most: { name: 'Ink', description: 'Black, 100 ml' },
    change: { name: 'Lino set', description: 'For beginners' },
    broken: [
      [{ name: undefined }, ['name']],
      [{ name: 7 }, ['name']],
      [{ description: 'x'.repeat(1001) }, ['description']],
      [{ price: 1 }, ['price']],
    ],
    brokenChanges: [[{ name: null }, ['name']]],
  },
  {
    path: 'prices',
    prefix: 'price',
    schema: answerSchema(prices),
    least: { product_id: 'prod_basic', currency: 'eur', unit_amount_atom: 0 },
    defaults: {
      price_type: 'one_time',
      billing_interval: null,
      billing_interval_count: null,
      active: true,
    },
    most: {
      product_id: 'prod_pro',
      currency: 'usd',
      unit_amount_atom: 99_999_999_999,
      price_type: 'recurring',
      billing_interval: 'week',
      billing_interval_count: 2,
      active: false,
    },
    change: { active: false },
    broken: [
      [{ product_id: 'prod_none' }, ['product_id']],
      [{ currency: 'EUR' }, ['currency']],
      [{ currency: 'zzz' }, ['currency']],
      [{ unit_amount_atom: -1 }, ['unit_amount_atom']],
      [{ unit_amount_atom: 1.5 }, ['unit_amount_atom']],
      [{ unit_amount_atom: 100_000_000_000 }, ['unit_amount_atom']],
      [{ price_type: 'recurring' }, ['billing_interval']],
      [{ billing_interval: 'month' }, ['billing_interval']],
      [{ billing_interval_count: 1 }, ['billing_interval_count']],
      [{ price_type: 'recurring', billing_interval: 'hour' }, ['billing_interval']],
    ],
    brokenChanges: [
      [{ unit_amount_atom: 100 }, ['unit_amount_atom']],
      [{ currency: 'usd' }, ['currency']],
      [{ product_id: 'prod_pro' }, ['product_id']],
    ],
  },
  ...discountSamples,
  {
    path: 'processors',
    prefix: 'proc',
    schema: answerSchema(processors),
    least: { name: 'PayPal' },
    defaults: { currencies: null, available: true },
    most: { name: 'Authorize.net', currencies: ['usd', 'eur'], available: false },
    change: { currencies: ['eur'], available: false },
    broken: [
      [{ currencies: [] }, ['currencies']],
      [{ currencies: ['usd', 'dollars'] }, ['currencies', 1]],
      [{ available: 'yes' }, ['available']],
    ],
    brokenChanges: [[{ name: null }, ['name']]],
  },
  {
    path: 'processor-routes',
    prefix: 'proute',
    schema: answerSchema(processorRoutes),
    least: { name: 'One', processors: [{ processor_id: 'proc_dev_stripe' }] },
    defaults: {},
    most: {
      name: 'Two',
      processors: [{ processor_id: 'proc_dev_airwallex' }, { processor_id: 'proc_dev_stripe' }],
    },
    change: { name: 'Other', processors: [{ processor_id: 'proc_dev_airwallex' }] },
    broken: [
      [{ processors: [] }, ['processors']],
      [{ processors: [{ processor_id: 'proc_none' }] }, ['processors', 0, 'processor_id']],
      [
        { processors: Array(2).fill({ processor_id: 'proc_dev_stripe' }) },
        ['processors', 1, 'processor_id'],
      ],
    ],
    brokenChanges: [
      [{ processors: [{ processor_id: 'proc_none' }] }, ['processors', 0, 'processor_id']],
    ],
  },
  {
    path: 'custom-field-definitions',
    prefix: 'cf',
    schema: answerSchema(customFieldDefinitions),
    least: { entity: 'customer', key: 'plan', data_type: 'select', options: ['free', 'pro'] },
    defaults: {
      display_name: 'plan',
      description: null,
      min: null,
      max: null,
      show_in_lists: false,
    },
    most: {
      entity: 'invoice',
      key: 'Weight_2',
      data_type: 'number',
      display_name: 'Weight',
      description: 'In grams',
      min: 0,
      max: 5000.5,
      show_in_lists: true,
    },
    change: { display_name: 'Plan', options: ['free', 'team', 'pro'], show_in_lists: true },
    broken: [
      [{ entity: 'refund' }, ['entity']],
      [{ key: '__proto__' }, ['key']],
      [{ entity: 'checkout_session', key: 'order_id' }, ['key']],
      [{ data_type: 'date' }, ['data_type']],
      [{ options: null }, ['options']],
      [{ options: ['free', 'free'] }, ['options']],
      [{ data_type: 'text' }, ['options']],
      [{ min: 1 }, ['min']],
      [{ data_type: 'number', options: null, min: 2, max: 1 }, ['max']],
    ],
    brokenChanges: [
      [{ key: 'tier' }, ['key']],
      [{ entity: 'product' }, ['entity']],
      [{ data_type: 'text' }, ['data_type']],
      [{ max: 5 }, ['max']],
      [{ options: null }, ['options']],
    ],
  },
];
