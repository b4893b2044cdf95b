/** Imported sets with what they need of the device: the store, the worker, and the boundaries to place rows by. */
import type { ReadonlySignal } from '@preact/signals';
import { createImportClient, type ImportClient } from '../data/import/client.ts';
import { loadDistricts } from '../data/load-later.ts';
import { deviceSets } from '../data/sets-store.ts';
import type { ByteSource } from '../data/source.ts';
import type { I18n } from '../i18n/index.ts';
import type { AppState } from './app-state.ts';
import { createImportSession } from './import-session.ts';
import { createImports } from './imports.ts';

/** Fills `state.imports`; the words of the bench are needed for what it has to say. */
export function startImports(state: AppState, source: ByteSource, i18n: ReadonlySignal<I18n>): void {
  const imports = createImports(
    deviceSets(() => localStorage),
    (why) => {
      state.notice.value = i18n.peek().t(`setsRefused.${why}`);
    },
  );
  let client: Promise<ImportClient> | null = null;
  const connect = () => {
    client ??= loadDistricts(source).then((districts) => createImportClient({ districts, towns: state.base.towns }));
    client.catch(() => {
      client = null;
    });
    return client;
  };
  state.imports.value = {
    ...imports,
    session: createImportSession(connect, (imported) => void imports.add(imported)),
  };
}
