/**
 * Notices a worker that no longer answers. A browser may end one without a word, of memory for one; a worker that
 * parses a large file is as quiet until it is done. From here the two cannot be told apart, so nothing is ended:
 * whoever waits is told, and told again after twice as long.
 */

/** How often the worker is asked for a sign of life. */
const EVERY_MS = 5000;
/**
 * Silent turns before it is told: half a minute, as the words of the page say. Turns are counted and not the time: of
 * a computer that slept, or a window in the background, the clock goes on while the worker cannot.
 */
const TURNS = 6;

export interface SilenceWatch {
  /** The worker said something. */
  readonly heard: () => void;
  readonly stop: () => void;
}

/**
 * @param ping resolves when the worker comes to answer.
 * @param tell true when it has been silent for long, false when it speaks again.
 */
export function watchSilence(ping: () => Promise<unknown>, tell: (silent: boolean) => void): SilenceWatch {
  let turns = 0;
  let limit = TURNS;
  let told = false;
  let asked = false;
  let over = false;
  const heard = () => {
    turns = 0;
    limit = TURNS;
    if (!told || over) return;
    told = false;
    tell(false);
  };
  const turn = () => {
    turns++;
    if (turns === limit) {
      limit *= 2;
      told = true;
      tell(true);
    }
    // One question at a time: a worker at work would else find a pile of them.
    if (asked) return;
    asked = true;
    void ping().then(() => {
      asked = false;
      heard();
    });
  };
  const timer = setInterval(turn, EVERY_MS);
  return {
    heard,
    stop() {
      over = true;
      clearInterval(timer);
    },
  };
}
