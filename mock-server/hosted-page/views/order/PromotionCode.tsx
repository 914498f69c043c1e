import type { SubmitEventHandler } from 'preact';
import { sentenceOfPage } from '../../state/PageState.ts';
import { FieldError } from '../form/TextField.tsx';
import type { View } from '../View.ts';

const CodeForm = ({ state, actions }: View) => {
  const { texts, promotion } = state;
  const submit: SubmitEventHandler<HTMLFormElement> = (event) => {
    event.preventDefault();
    actions.applyCode();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div class="field">
        <label for="promotion">{texts.code}</label>
        <div class="join">
          <input
            id="promotion"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={255}
            value={promotion.code}
            readOnly={promotion.busy || state.phase.name !== 'form'}
            aria-invalid={promotion.error !== undefined}
            aria-describedby={promotion.error && 'promotion-error'}
            onInput={(event) => {
              actions.typeCode(event.currentTarget.value);
            }}
          />
          <button type="submit" class="btn" aria-disabled={promotion.busy}>
            {texts.apply}
          </button>
        </div>
        <FieldError
          id="promotion-error"
          text={promotion.error && sentenceOfPage(state, promotion.error)}
        />
      </div>
    </form>
  );
};

/** A link, then a field. Once a code is applied it stands in the totals, with a way to take it out. */
export const PromotionCode = (view: View) => {
  const { session, promotion, texts, phase } = view.state;
  if (session?.discount?.promotion_code || !session?.currency) return null;
  if (phase.name !== 'form' && phase.name !== 'paying') return null;
  if (promotion.open) return <CodeForm {...view} />;
  return (
    <button
      type="button"
      id="addCode"
      class="link start"
      aria-disabled={phase.name !== 'form'}
      onClick={view.actions.openCode}
    >
      {texts.addCode}
    </button>
  );
};
