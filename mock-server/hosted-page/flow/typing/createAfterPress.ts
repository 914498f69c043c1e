/** Whether a button of the mouse, or a finger, is down; and what waits until it is up. */
interface Press {
  down: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Runs something at once, or, in the middle of a press, after its click. A press on a button begins by leaving the field
 * before it: if that field's error opened now, the button would slip away from under the pointer.
 */
export const createAfterPress = (): ((run: () => void) => void) => {
  const press: Press = { down: false, waiting: [] };
  const up = (): void => {
    press.down = false;
    // The click of this press comes first.
    setTimeout(() => {
      for (const run of press.waiting.splice(0)) run();
    });
  };
  addEventListener(
    'pointerdown',
    () => {
      press.down = true;
    },
    true,
  );
  addEventListener('pointerup', up, true);
  addEventListener('pointercancel', up, true);
  return (run) => {
    if (press.down) press.waiting.push(run);
    else run();
  };
};
