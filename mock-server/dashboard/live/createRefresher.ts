/** Runs a task again when asked, never twice at once, and once for many requests that come together. */
export const createRefresher = (
  task: () => Promise<void>,
  later: (run: () => void) => void,
): (() => void) => {
  let running = false;
  let asked = 0;
  const run = async (): Promise<void> => {
    const answered = asked;
    await task();
    running = false;
    if (asked > answered) begin();
  };
  const begin = (): void => {
    running = true;
    later(() => void run());
  };
  return () => {
    asked += 1;
    if (!running) begin();
  };
};
