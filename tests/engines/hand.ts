/** What the walk can do with a browser, whatever drives it. */

export interface Hand {
  /** With its version, as it calls itself. */
  readonly browser: string;
  /** Loads a page anew, also one that differs in its hash alone. */
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page, awaited; what JSON can say. Text, since no function crosses over. */
  ask(expression: string): Promise<unknown>;
  /** CSS pixels from the top left of the page that is seen. */
  click(x: number, y: number): Promise<void>;
  pageDown(): Promise<void>;
  choose(selector: string, file: string): Promise<void>;
  /** PNG of what is seen. */
  picture(): Promise<Buffer>;
  /** The page as PDF; null where the browser cannot be asked for one. */
  paper(): Promise<Buffer | null>;
  /** What the page has complained of since it was opened first: errors, also of the policy. */
  faults(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** A browser that may be on this machine. */
export interface Engine {
  readonly name: string;
  /** How it came here and how it is driven, for the report. */
  readonly how: string;
  /** What is missing here, as something to install; null where it can run. */
  missing(): Promise<string | null>;
  start(): Promise<Hand>;
  /** Steps that are known not to go, from disk, and why. */
  readonly notFromDisk?: Readonly<Record<string, string>>;
}

export const WIDTH = 1440;
export const HEIGHT = 900;
