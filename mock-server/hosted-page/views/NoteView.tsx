import { sentenceOfPage } from '../state/PageState.ts';
import { alertIcon, Icon } from './Icon.tsx';
import { moneyOfView, type SessionView } from './View.ts';
import { Words } from './Words.tsx';

/** After an attempt that took no money: what happened, that nothing was charged, and a way on. */
export const NoteView = (view: SessionView) => {
  const { state, actions } = view;
  const { texts, note } = state;
  if (!note) return null;
  if (note.kind === 'changed') {
    const money = moneyOfView(view);
    return (
      <div class="note" id="note" role="alert" tabIndex={-1}>
        <Icon d={alertIcon} />
        <div>
          <b>{texts.totalChanged}</b>
          <p>
            {note.why && `${sentenceOfPage(state, note.why)} `}
            <Words
              text={texts.totalChangedFromTo}
              values={{ a: money(note.from), b: money(note.to) }}
            />
          </p>
        </div>
      </div>
    );
  }
  return (
    <div class="note bad" id="note" role="alert" tabIndex={-1}>
      <Icon d={alertIcon} />
      <div>
        <b>{sentenceOfPage(state, note.title)}</b>
        <p>{note.sentences.map((key) => sentenceOfPage(state, key)).join(' ')}</p>
        <div class="acts">
          <button type="button" class="btn" onClick={actions.answerNote}>
            {sentenceOfPage(state, note.action)}
          </button>
        </div>
      </div>
    </div>
  );
};
