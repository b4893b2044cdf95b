/** One thing wrong with an input. Steps collect these and go on, so that a build reports all of them at once. */
export interface Problem {
  /** File, relative to the repository. */
  file: string;
  /** The record in it: an id, a name or a code. */
  record: string;
  reason: string;
}
