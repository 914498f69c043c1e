import { cardBrand } from '../form/cardBrand.ts';
import { digitsOf } from '../form/digitsOf.ts';
import { orderKind } from '../order/orderKind.ts';
import { Icon } from './Icon.tsx';
import { TextField } from './TextField.tsx';
import type { SessionView } from './View.ts';

const NumberField = (view: SessionView) => {
  const { texts, values, note } = view.state;
  const brand = cardBrand(digitsOf(values.number)).name;
  const declined = note?.kind === 'declined' && note.number !== '' && note.number === values.number;
  return (
    <TextField
      {...view}
      name="number"
      label={texts.number}
      digits
      autocomplete="cc-number"
      placeholder="1234 1234 1234 1234"
      wrongBecause={declined ? 'note' : undefined}
    >
      {brand === '' ? <Icon name="card" /> : <span class="brand">{brand}</span>}
    </TextField>
  );
};

const SaveCard = ({ state, actions, session }: SessionView) => {
  const kind = orderKind(session);
  // A card that is charged again is kept anyway; asking would be no choice.
  if (kind !== 'payment') return null;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={state.saveCard}
        disabled={state.phase.name !== 'form'}
        onChange={(event) => {
          actions.form.saveCard(event.currentTarget.checked);
        }}
      />
      <span>{state.texts.saveCard}</span>
    </label>
  );
};

/** The card. In the order in which it is read off, and with the names that browsers fill in. */
export const CardFields = (view: SessionView) => {
  const { texts, values } = view.state;
  const { codeLength } = cardBrand(digitsOf(values.number));
  return (
    <fieldset class="fields">
      <legend class="sr">{texts.cardDetails}</legend>
      <NumberField {...view} />
      <div class="pair">
        <TextField
          {...view}
          name="expiry"
          label={texts.expiry}
          digits
          autocomplete="cc-exp"
          placeholder={texts.expiryFormat}
        />
        <TextField
          {...view}
          name="securityCode"
          label={texts.securityCode}
          digits
          autocomplete="cc-csc"
          placeholder={codeLength === 4 ? '1234' : '123'}
        />
      </div>
      <div class="pair">
        <TextField
          {...view}
          name="name"
          label={texts.name}
          autocomplete="cc-name"
          maxLength={255}
        />
        <TextField
          {...view}
          name="postalCode"
          label={texts.postalCode}
          autocomplete="postal-code"
          maxLength={32}
        />
      </div>
      <SaveCard {...view} />
    </fieldset>
  );
};
