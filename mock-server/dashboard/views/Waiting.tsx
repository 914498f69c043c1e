const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => <span key={index} class="sk" />);

/** The box of a card that is coming, about as high as it will be. */
export const WaitingCard = ({ height }: { height: number }) => (
  <div class="card pad" aria-busy="true">
    {lines(height)}
  </div>
);

/** The boxes of a screen of details: its cards and those beside them, each by its number of lines. */
export const Waiting = ({
  cards,
  beside,
}: {
  cards: readonly number[];
  beside: readonly number[];
}) => (
  <div class="split">
    {[cards, beside].map((heights, column) => (
      <div key={column} class="stack">
        {heights.map((height, index) => (
          <WaitingCard key={index} height={height} />
        ))}
      </div>
    ))}
  </div>
);
