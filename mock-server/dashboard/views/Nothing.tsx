/** In place of a list that has nothing in it: what would be there, and how it comes about. */
export const Nothing = ({ title, text }: { title: string; text: string }) => (
  <div class="card empty">
    <div>
      <h2>{title}</h2>
      <p class="muted">{text}</p>
    </div>
  </div>
);
