/** Imported sets with what they need of the device: the store, the worker, and the boundaries to place rows by. */
import type { ReadonlySignal } from '@preact/signals';
import { columnThread } from '../../data/columns/client.ts';
import { askToPersist } from '../../data/device/quota.ts';
import { deviceRemotePlaces } from '../../data/device/remote-places-store.ts';
import { windowsChannel } from '../../data/device/sets-channel.ts';
import { deviceSets } from '../../data/device/sets-store.ts';
import { createImportClient, type ImportClient } from '../../data/import/client.ts';
import { registerOf } from '../../data/import/register.ts';
import { loadSearch } from '../../data/load-later.ts';
import type { ByteSource } from '../../data/source.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../app-state.ts';
import { createColumnThread } from './column-thread.ts';
import { createImportSession } from './import-session.ts';
import { createImports } from './imports.ts';
import { locateKept } from './locate-kept.ts';
import { keepPlaces } from './remote-places.ts';
import { followView, keptSources } from './remote-sets.ts';
import { bindRowHistory } from './row-history.ts';

/** Gives `state.imports`; the words of planning are needed for what it has to say. */
export function startImports(state: AppState, bytes: ByteSource, i18n: ReadonlySignal<I18n>): void {
  const places = deviceRemotePlaces();
  const remembered = places.read().value;
  /** A worker when it is first needed; after a failure the next call tries again. */
  const connector = () => {
    let client: Promise<ImportClient> | null = null;
    return () => {
      client ??= loadSearch(bytes).then(({ variants }) =>
        createImportClient({
          districts: state.base.districts,
          border: state.base.version.boundaries.districts,
          data: state.base.version.data,
          towns: state.base.towns,
          register: registerOf(state.base.sites, variants),
        }),
      );
      client.catch(() => {
        client = null;
      });
      return client;
    };
  };
  // Its own: a cancelled import must not leave an old set, or a row that was edited, without its place.
  const connectKept = connector();
  const imports = createImports(
    deviceSets(),
    (why) => {
      state.actions.notify(i18n.peek().t(`setsRefused.${why}`));
    },
    {
      channel: windowsChannel(),
      removed: (name) => {
        state.actions.notify(i18n.peek().t('setsRemoved', { name }));
      },
    },
    state.inView,
    createColumnThread(columnThread()),
    remembered,
    async (request) => (await connectKept()).placeAgain(request),
  );
  const connect = connector();
  // A cancelled import ends the worker that it runs in, so what is read from servers has its own.
  const connectRemote = connector();
  const kept = keptSources();
  for (const each of kept.sources.peek()) imports.addRemote(each, !remembered.hidden.includes(each.id));
  keepPlaces(imports, places.write);
  followView(imports.remote, state.inView, async (set, view) => (await connectRemote()).remote(set, view));
  locateKept(
    imports,
    state.base.version.data,
    async (imported) => (await connectKept()).locate(imported),
    (error) => state.actions.notify(error),
  );
  bindRowHistory(imports, state.view);
  const session = createImportSession(connect, (imported) => {
    const replaced = imports.replacing.take(imported);
    // Some browsers ask the user, who has just shown that there is something to keep.
    if (replaced === null) void imports.add(imported).then(() => askToPersist());
    imports.arrived(imported.set.id);
    return replaced;
  });
  state.provide({ imports: { ...imports, kept, session } });
}
