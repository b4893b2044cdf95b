/** A copy on this device of a base map's file that has an address: only when the user asks for it. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { basemapFiles } from '../../data/device/basemap-files.ts';
import { useApp } from '../../state/app.ts';
import { type FileBasemap, fileSize, keepBasemapFile } from '../../state/basemaps/basemap-file.ts';
import { faultWords } from '../../state/basemaps/fault-words.ts';
import { LinkButton, Note } from '../../ui/pieces.tsx';

type Phase =
  | { readonly at: 'looking' }
  /** `size` in bytes; null where the server does not say. */
  | { readonly at: 'away'; readonly size: number | null }
  | { readonly at: 'coming'; readonly come: number; readonly all: number | null }
  | { readonly at: 'here' };

const megabytes = (bytes: number): number => Math.max(0.1, Math.round(bytes / 100_000) / 10);

export function KeepFile({ entry }: { readonly entry: FileBasemap & { readonly pmtiles: string } }) {
  const { t } = useApp().i18n.value;
  const { phase, failed, keep, stop, forget } = useKeeping(entry);
  const now = phase.value;
  return (
    <div class="base-keep">
      {now.at === 'away' && (
        <>
          <button type="button" class="text-button" onClick={keep}>
            {now.size === null ? t('baseFileKeep') : t('baseFileKeepSize', { size: megabytes(now.size) })}
          </button>
          <p class="base-credit base-hint">{t('baseFileKeepHint')}</p>
        </>
      )}
      {now.at === 'coming' && (
        <p class="base-credit">
          {now.all === null
            ? t('baseFileKeeping', { come: megabytes(now.come) })
            : t('baseFileKeepingOf', { come: megabytes(now.come), all: megabytes(now.all) })}{' '}
          <LinkButton onClick={stop}>{t('baseFileStop')}</LinkButton>
        </p>
      )}
      <div role="status">
        {now.at === 'here' && <p class="base-credit">{t('baseFileKept')}</p>}
        {failed.value !== null && <Note tone="warning">{failed.value}</Note>}
      </div>
      {now.at === 'here' && <LinkButton onClick={forget}>{t('baseFileForget')}</LinkButton>}
    </div>
  );
}

function useKeeping(entry: FileBasemap & { readonly pmtiles: string }) {
  const { i18n } = useApp();
  const phase = useSignal<Phase>({ at: 'looking' });
  const failed = useSignal<string | null>(null);
  const work = useRef<AbortController | null>(null);
  const { id, pmtiles } = entry;
  const look = async (): Promise<void> => {
    const here = (await basemapFiles.of(id, pmtiles)) !== null;
    phase.value = here ? { at: 'here' } : { at: 'away', size: null };
    if (here) return;
    const size = await fileSize(pmtiles);
    if (phase.peek().at === 'away') phase.value = { at: 'away', size };
  };
  useEffect(() => {
    void look();
    return () => work.current?.abort();
  }, []);
  const keep = async (): Promise<void> => {
    const controller = new AbortController();
    work.current = controller;
    failed.value = null;
    phase.value = { at: 'coming', come: 0, all: null };
    try {
      const onBytes = (come: number, all: number | null) => (phase.value = { at: 'coming', come, all });
      const refused = await keepBasemapFile(entry, onBytes, controller.signal);
      if (refused !== null) failed.value = i18n.peek().t(refused === 'full' ? 'baseFileFull' : 'baseFileForbidden');
    } catch (error) {
      if (!controller.signal.aborted) failed.value = faultWords(i18n.peek(), error);
    }
    await look();
  };
  const forget = async (): Promise<void> => {
    await basemapFiles.remove(id);
    await look();
  };
  return { phase, failed, keep: () => void keep(), stop: () => work.current?.abort(), forget: () => void forget() };
}
