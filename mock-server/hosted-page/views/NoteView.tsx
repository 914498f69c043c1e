import { sentenceOfPage } from '../state/PageState.ts';
import type { TextKey } from '../texts/Texts.ts';
import { alertIcon, Icon } from './Icon.tsx';
import { moneyOfView, type SessionView } from './View.ts';
import { Words } from './Words.tsx';

/** After an attempt that took no money: what happened, that nothing was charged, and a way on. */
export const NoteView = (view: SessionView) => {
  const { state, actions } = view;
  const { texts, note } = state;
  if (!note) return null;
  const money = moneyOfView(view);
  const say = (key: TextKey): string => sentenceOfPage(state, key);
  const declined = note.kind === 'declined';
  return (
    <div class={declined ? 'note bad' : 'note'} id="note" role="alert" tabIndex={-1}>
      <Icon d={alertIcon} />
      <div>
        <b>{declined ? say(note.title) : texts.totalChanged}</b>
        <p>
          {declined ? (
            note.sentences.map(say).join(' ')
          ) : (
            <>
              {note.why && `${say(note.why)} `}
              <Words
                text={texts.totalChangedFromTo}
                values={{ a: money(note.from), b: money(note.to) }}
              />
            </>
          )}
        </p>
        {declined && (
          <div class="acts">
            <button type="button" class="btn" onClick={actions.answerNote}>
              {say(note.action)}
            </button>
          </div>
        )}
      </div>
    </div>
  );
};
