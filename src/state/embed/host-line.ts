/**
 * The line between an embedded map and the page around it, as `client/client.ts` states it. Heard is only the page
 * that frames this one, and only from an origin that `embedOrigins` of the config names; to that origin alone is told
 * where the map stands, by ids.
 */
import { batch, effect, signal, untracked } from '@preact/signals';
import { APP, type Command, type MapEvent, VERSION } from '../../client/client.ts';
import { namesOrigin } from '../../domain/embed-origins.ts';
import { EmbedCommand, EmbedEnvelope } from '../../domain/schema/embed-command.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import { isThing } from '../../domain/things.ts';
import type { App } from '../app.ts';
import { onceWanted } from '../once.ts';

const MOVE_MS = 600;

/** The part of a message that is read. */
interface Heard {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** The part of a window that is used. */
export interface FramedWindow {
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
  addEventListener(type: 'message', listener: (event: Heard) => void): void;
  removeEventListener(type: 'message', listener: (event: Heard) => void): void;
}

/** Until the returned function is called. */
export function openHostLine(app: App, own: FramedWindow): () => void {
  const { state } = app;
  const { parent } = own;
  const { embedOrigins } = state.base.config;
  /** Where whoever said hello is. */
  const host = signal<string | null>(null);
  const tell = (event: MapEvent, to: string) => parent.postMessage({ app: APP, version: VERSION, ...event }, to);

  const refusal = (command: EmbedCommand): Refusal | null => {
    if (command.type === 'hello') return null;
    if (state.address.peek().embed === 'tour') return { reason: 'tour', at: [] };
    const isUnknown =
      command.type === 'select' && command.thing !== null && !isThing(state.corrections.shownBase(), command.thing);
    return isUnknown ? { reason: 'unknown', at: ['thing.id'] } : null;
  };
  const hear = ({ source, origin, data }: Heard) => {
    if (source !== parent || !namesOrigin(embedOrigins, origin) || problemsOf(EmbedEnvelope, data).length > 0) return;
    const { version, type } = parseAs(EmbedEnvelope, data, 'message');
    const refuse = (why: Refusal) =>
      tell({ type: 'refused', command: typeof type === 'string' ? type : null, ...why }, origin);
    if (version !== VERSION) return refuse({ reason: 'version', at: ['version'] });
    const problems = problemsOf(EmbedCommand, data);
    if (problems.length > 0) return refuse({ reason: 'form', at: problems.map((each) => each.split(': ')[0] ?? '') });
    const command = parseAs(EmbedCommand, data, 'message');
    const why = refusal(command);
    if (why !== null) return refuse(why);
    if (command.type === 'hello') {
      tell({ type: 'ready' }, origin);
      // Who says it again is told anew how the map stands.
      host.value = null;
      host.value = origin;
    } else obey(app, command);
  };
  own.addEventListener('message', hear);
  // The page around may not listen yet, or may have been there first. Whoever it is learns nothing by it.
  tell({ type: 'here' }, '*');

  const stops = eventsOf(app).map((event) => {
    let last = '';
    return effect(() => {
      const to = host.value;
      const now = event();
      const text = JSON.stringify(now);
      if (to === null) last = '';
      else if (now !== null && text !== last) {
        last = text;
        untracked(() => tell(now, to));
      }
    });
  });
  return () => {
    own.removeEventListener('message', hear);
    for (const stop of stops) stop();
  };
}

type Refusal = Pick<Extract<MapEvent, { type: 'refused' }>, 'reason' | 'at'>;

/** How the map stands, each by itself. */
function eventsOf({ state }: App): readonly (() => MapEvent | null)[] {
  const { address } = state;
  if (address.peek().embed === 'tour')
    return [() => ({ type: 'stop', tour: state.present.tour.value, stop: state.present.stop.value ?? 1 })];
  return [
    () => ({ type: 'view', camera: state.camera.value }),
    () => {
      const { clusters, districts, kinds, statuses, precisions } = address.value;
      return { type: 'filter', filters: { clusters, districts, kinds, statuses, precisions } };
    },
    () => ({ type: 'select', thing: address.value.selections[0] ?? null }),
  ];
}

/** What the schema lets through is what the client states. */
function obey(app: App, command: Exclude<EmbedCommand & Command, { type: 'hello' }>): void {
  const { actions } = app.state;
  switch (command.type) {
    case 'view': {
      const { camera } = command;
      onceWanted(
        () => app.map.value !== null,
        async () => {
          if (camera === null) app.map.peek()?.reset();
          else await app.map.peek()?.moveTo({ kind: 'camera', camera: { ...camera, across: null } }, MOVE_MS);
        },
        actions.notify,
      );
      break;
    }
    case 'filter': {
      const { clusters, districts, kinds, statuses, precisions } = command.filters;
      batch(() => {
        if (clusters !== undefined) actions.setFilter('clusters', clusters);
        if (districts !== undefined) actions.setFilter('districts', districts);
        if (kinds !== undefined) actions.setFilter('kinds', kinds);
        if (statuses !== undefined) actions.setFilter('statuses', statuses);
        if (precisions !== undefined) actions.setFilter('precisions', precisions);
      });
      break;
    }
    case 'select':
      actions.select(command.thing);
  }
}
