import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../api/Catalogue.ts';
import { CustomFields } from './CustomFields.tsx';
import { DiscountFields } from './DiscountFields.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { TierFields } from './TierFields.tsx';
import type { FormState } from './useSessionForm.ts';

interface AdvancedProps {
  readonly state: FormState;
  readonly catalogue: Catalogue;
}

const checks = [
  ['', 'As the account has it'],
  ['automatic', 'When the card asks for it'],
  ['required', 'Always'],
  ['off', 'Never'],
] as const;

const Part = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <fieldset class="pad inset">
    <legend class="sr">{title}</legend>
    {children}
  </fieldset>
);

const Access = ({ state }: Pick<AdvancedProps, 'state'>) => {
  const { form, faultAt, put } = state;
  return (
    <Part title="Who and where">
      <TextField
        id="allowed_origins"
        label="Allowed origins"
        optional
        look="code"
        rows={2}
        placeholder="https://shop.example"
        value={form.origins}
        help="Pages that may show the checkout, one on each line; those of the two addresses may anyway."
        error={faultAt('allowed_origins')}
        onInput={(origins) => {
          put('allowed_origins', { origins });
        }}
      />
      <TextField
        id="customer_email"
        label="Email to begin with"
        optional
        inputMode="email"
        value={form.customerEmail}
        error={faultAt('customer_email')}
        onInput={(customerEmail) => {
          put('customer_email', { customerEmail });
        }}
      />
    </Part>
  );
};

const Routing = ({ state, catalogue }: AdvancedProps) => {
  const { form, change, faultAt, put } = state;
  return (
    <Part title="Processors">
      <div class="two">
        <SelectField
          id="processor_route_id"
          label="Processor route"
          value={form.routeId}
          options={[
            ['', 'The account’s own'],
            ...catalogue.routes.map(({ id, name }) => [id, `${name} · ${id}`] as const),
          ]}
          error={faultAt('processor_route_id')}
          onChange={(routeId) => {
            put('processor_route_id', { routeId });
          }}
        />
        <SelectField
          id="card_checkout_settings.three_d_secure"
          label="3-D Secure"
          value={form.threeDSecure}
          options={checks}
          onChange={(threeDSecure) => {
            change({ threeDSecure });
          }}
        />
      </div>
    </Part>
  );
};

/** Whether a fault is in a field that the section holds, so that it has to be open. */
const isInside = (place: string): boolean =>
  !/^(customer_id|expires_in_hours|success_url|return_url|line_items.*|)$/.test(place);

/** What most sessions leave as it is. */
export const AdvancedFields = (props: AdvancedProps) => {
  const { form, faults } = props.state;
  const [open, setOpen] = useState(false);
  const faulty = faults.some(({ place }) => isInside(place));
  useEffect(() => {
    if (faulty) setOpen(true);
  }, [faulty]);
  return (
    <details
      class="card"
      open={open || faulty}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary class="more-sum">
        Advanced{' '}
        <span class="muted">allowed origins, coupon or promotion code, custom fields, cascade</span>
      </summary>
      <Access {...props} />
      {form.mode === 'payment' && (
        <Part title="Discount">
          <DiscountFields {...props} />
        </Part>
      )}
      <CustomFields {...props} />
      <Routing {...props} />
      {form.mode === 'payment' && (
        <Part title="Cascade">
          <TierFields {...props} />
        </Part>
      )}
    </details>
  );
};
