/**
 * The line between the stage and the presenter's window: `window.opener` and `postMessage`, since a broadcast
 * channel does not reach from file to file. The token is in both windows' names, which survive a reload; from a
 * file every origin is alike, so a message counts only from the window it is expected of, with that token.
 */
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import { StageMessage } from '../../domain/stage-message.ts';

type Unsigned<M> = M extends unknown ? Omit<M, 'app' | 'token'> : never;
/** A message without its signature. */
export type UnsignedMessage = Unsigned<StageMessage>;

/** The part of another window that is used. */
export interface OtherWindow {
  readonly closed: boolean;
  postMessage(message: unknown, targetOrigin: string): void;
}

/** The part of the own window that is used. */
export interface OwnWindow {
  name: string;
  readonly location: { readonly origin: string; readonly protocol: string };
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

const APP = 'foshan-224-stage';
const STAGE = 'foshan-stage-';
const NOTES = 'foshan-notes-';

/** The token of this window if it has one, else a new one; the name keeps it over a reload. */
export function stageToken(own: Pick<OwnWindow, 'name'>, random: () => string): string {
  if (own.name.startsWith(STAGE)) return own.name.slice(STAGE.length);
  const token = random();
  own.name = `${STAGE}${token}`;
  return token;
}

export function notesToken(own: Pick<OwnWindow, 'name'>): string | null {
  return own.name.startsWith(NOTES) ? own.name.slice(NOTES.length) : null;
}

export function notesName(token: string): string {
  return `${NOTES}${token}`;
}

/** Files have no origin that could be named. */
function targetOrigin({ origin, protocol }: OwnWindow['location']): string {
  return protocol === 'file:' ? '*' : origin;
}

function isSameOrigin(event: MessageEvent, { origin, protocol }: OwnWindow['location']): boolean {
  return protocol === 'file:' ? event.origin === 'null' || event.origin === 'file://' : event.origin === origin;
}

export interface Line {
  /** False where nobody is there to hear it. */
  say(message: UnsignedMessage): boolean;
  close(): void;
}

/**
 * `other` is the window that is expected at the far end; null accepts whoever knows the token, and keeps them:
 * a stage that was reloaded finds its presenter's window so.
 */
export function openLine(
  own: OwnWindow,
  token: string,
  other: () => OtherWindow | null,
  adopt: ((source: OtherWindow) => void) | null,
  hear: (message: StageMessage) => void,
): Line {
  const listen = (event: MessageEvent) => {
    if (!isSameOrigin(event, own.location) || problemsOf(StageMessage, event.data).length > 0) return;
    const message = parseAs(StageMessage, event.data, 'message');
    if (message.token !== token) return;
    const { source } = event;
    if (source === null || !('closed' in source)) return;
    if (source !== other()) {
      if (adopt === null) return;
      adopt(source);
    }
    hear(message);
  };
  own.addEventListener('message', listen);
  return {
    say(message) {
      const to = other();
      if (to === null || to.closed) return false;
      to.postMessage({ ...message, app: APP, token }, targetOrigin(own.location));
      return true;
    },
    close: () => own.removeEventListener('message', listen),
  };
}
