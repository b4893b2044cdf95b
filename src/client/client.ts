/**
 * The map in a frame of your page, spoken to by messages: version 1. By itself: it imports nothing, and can be copied.
 * What is said in both directions is ids and numbers; names and words are read from the data at `data/`.
 */

/** Stands in every message, with the version of what it says. */
export const APP = 'foshan-224-map';
export const VERSION = 1;

/** Degrees, WGS-84; the middle of the map. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
  /** Clockwise from north. */
  readonly bearing?: number;
  readonly pitch?: number;
}

/** Ids of what is shown, as the map's address has them; null is all, an empty list nothing. */
export interface Filters {
  readonly clusters: readonly string[] | null;
  readonly districts: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly precisions: readonly string[] | null;
}

/** A town by its code, everything else by its id. */
export interface Thing {
  readonly entity: 'site' | 'cluster' | 'district' | 'town' | 'unit';
  readonly id: string;
}

/** What your page says. */
export type Command =
  /** You are there; the map answers `ready`, then how it stands. */
  | { readonly type: 'hello' }
  /** Null is the whole city. */
  | { readonly type: 'view'; readonly camera: Camera | null }
  /** Filters that are not named stay. */
  | { readonly type: 'filter'; readonly filters: Partial<Filters> }
  /** Null chooses nothing. */
  | { readonly type: 'select'; readonly thing: Thing | null };

/** What the map says, whoever changed it: you, or who uses it. */
export type MapEvent =
  /** To every page that frames it, and nothing more than that it is there. */
  | { readonly type: 'here' }
  | { readonly type: 'ready' }
  /** Null where nobody has moved the map: the whole city. */
  | { readonly type: 'view'; readonly camera: Camera | null }
  | { readonly type: 'filter'; readonly filters: Filters }
  | { readonly type: 'select'; readonly thing: Thing | null }
  /** A tour's stop, from 1. */
  | { readonly type: 'stop'; readonly tour: string | null; readonly stop: number }
  /** Nothing was changed. */
  | {
      readonly type: 'refused';
      /** What you said: its `type`, or null where it had none. */
      readonly command: string | null;
      /** It is of another version; is not formed as it should be; names what is not in the data; or a tour leads the map. */
      readonly reason: 'version' | 'form' | 'unknown' | 'tour';
      /** Where in it, as `filters.clusters.0`. */
      readonly at: readonly string[];
    };

type EventType = MapEvent['type'];
type EventOf<T extends EventType> = Extract<MapEvent, { readonly type: T }>;

export interface FramedMap {
  view(camera: Camera | null): void;
  filter(filters: Partial<Filters>): void;
  select(thing: Thing | null): void;
  /** Calls back with each event of a type, until the returned function is called. */
  on<T extends EventType>(type: T, listener: (event: EventOf<T>) => void): () => void;
  /** Stops speaking and listening. */
  close(): void;
}

/**
 * Speaks to the map in a frame. What is said before the map is there is said when it is.
 *
 * @param frame its `src` is the map's address, with `#embed=1` or `#embed=map`
 * @param origin of the map; only what comes from it is heard
 */
export function connect(
  frame: HTMLIFrameElement,
  origin: string = new URL(frame.src, location.href).origin,
): FramedMap {
  const listeners = new Set<(event: MapEvent) => void>();
  let waiting: Command[] = [];
  let isThere = false;
  const post = (command: Command) => {
    frame.contentWindow?.postMessage({ app: APP, version: VERSION, ...command }, origin);
  };
  const say = (command: Command) => {
    if (isThere) post(command);
    else waiting.push(command);
  };
  const hear = ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== frame.contentWindow || from !== origin || !isEvent(data)) return;
    if (data.type === 'here') {
      // The frame was loaded, or loaded again.
      isThere = false;
      post({ type: 'hello' });
    }
    if (data.type === 'ready') {
      isThere = true;
      const held = waiting;
      waiting = [];
      for (const command of held) post(command);
    }
    for (const listener of listeners) listener(data);
  };
  addEventListener('message', hear);
  // Where it was there before you were. A frame that shows another origin by now is not spoken to.
  post({ type: 'hello' });
  return {
    view: (camera) => say({ type: 'view', camera }),
    filter: (filters) => say({ type: 'filter', filters }),
    select: (thing) => say({ type: 'select', thing }),
    on(type, listener) {
      const only = (event: MapEvent) => {
        if (isOfType(event, type)) listener(event);
      };
      listeners.add(only);
      return () => listeners.delete(only);
    },
    close() {
      removeEventListener('message', hear);
      listeners.clear();
    },
  };
}

function isOfType<T extends EventType>(event: MapEvent, type: T): event is EventOf<T> {
  return event.type === type;
}

function isEvent(data: unknown): data is MapEvent {
  if (typeof data !== 'object' || data === null) return false;
  if (!('app' in data && 'version' in data && 'type' in data)) return false;
  return data.app === APP && data.version === VERSION;
}
