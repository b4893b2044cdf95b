/** A tour laid out in time, frame by frame. Pure. */

export interface StopTimes {
  /** Seconds of the flight to it; 0 is a cut. */
  readonly fly: number;
  /** Seconds that it stays. */
  readonly stay: number;
}

export interface Moment {
  /** Index of the stop that is shown, or flown to. */
  readonly stop: number;
  /** Share of the flight, 0 to 1; 1 while it stays. */
  readonly flown: number;
  /** Seconds since the stop's caption came up. */
  readonly since: number;
}

export interface Timeline {
  readonly frames: number;
  readonly seconds: number;
  /** What frame `k` shows, the time `k / fps`. */
  at(k: number): Moment;
}

/** No stop is no frame. Each flight and each stay takes whole frames, so that no rounding adds up. */
export function timelineOf(stops: readonly StopTimes[], fps: number): Timeline {
  const parts = stops.map(({ fly, stay }) => ({
    fly: Math.round(fly * fps),
    stay: Math.max(1, Math.round(stay * fps)),
  }));
  const starts: number[] = [];
  let frames = 0;
  for (const { fly, stay } of parts) {
    starts.push(frames);
    frames += fly + stay;
  }
  return {
    frames,
    seconds: frames / fps,
    at(k) {
      const later = starts.findIndex((start) => start > k);
      const stop = (later === -1 ? starts.length : later) - 1;
      const { fly = 0 } = parts[stop] ?? {};
      const gone = k - (starts[stop] ?? 0);
      return { stop, flown: gone >= fly ? 1 : gone / fly, since: gone / fps };
    },
  };
}
